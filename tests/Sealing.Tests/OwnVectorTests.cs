using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NSec.Cryptography;

namespace Strongroom.Sealing.Tests;

public sealed class OwnVectorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Values_seal_and_open_as_the_format_page_says()
    {
        foreach (JsonElement vector in OwnVectors.Read("seal.json").EnumerateArray())
        {
            using SealingKey key = vector.Key();
            SealContext context = vector.Context();
            byte[] plaintext = vector.Bytes("plaintext");

            Assert.Equal(vector.Bytes("contextBytes"), context.ToBytes());
            Assert.Equal(vector.Bytes("sealed"), key.Seal(context, plaintext, vector.Bytes("nonce")));
            Assert.True(key.TryOpen(vector.Bytes("sealed"), context, out byte[]? opened));
            Assert.Equal(plaintext, opened);
        }
    }

    [Fact]
    public async Task Files_seal_and_open_as_the_format_page_says()
    {
        foreach (JsonElement vector in OwnVectors.Read("file.json").EnumerateArray())
        {
            using SealingKey key = vector.Key();
            using SecretBytes fileKey = SecretBytes.TakeFrom(vector.Bytes("fileKey"));
            byte[] sealedKey = key.Seal(vector.Context(), fileKey.Reveal(), vector.Bytes("sealNonce"));
            byte[] header = SealedFile.Header(fileKey, sealedKey, vector.Bytes("nonce"));
            Assert.Equal(vector.Bytes("header"), header);
            if (!vector.TryGetProperty("sealed", out _))
            {
                continue; // the long ones are checked below
            }

            MemoryStream file = new(vector.Bytes("sealed"));
            using SealedFileReader? reader = await SealedFile.TryOpenAsync(file, key, vector.Context(), Cancellation);
            Assert.NotNull(reader);
            byte[] content = new byte[reader.Length];
            await reader.ReadExactlyAsync(content, Cancellation);
            Assert.Equal(vector.Bytes("content"), content);
        }
    }

    [Fact]
    public async Task Chunks_are_sealed_as_the_format_page_says()
    {
        foreach (JsonElement vector in OwnVectors.Read("file.json").EnumerateArray())
        {
            byte[] content = Content(vector, " content");
            using ChunkCipher cipher = ChunkCipher.Derive(
                vector.Bytes("fileKey"), vector.Bytes("nonce"), "strongroom file content"u8);
            using MemoryStream file = new();
            await file.WriteAsync(vector.Bytes("header"), Cancellation);
            await ChunkWriter.CopyAsync(new MemoryStream(content), file, cipher, Cancellation);

            Assert.Equal(vector.Bytes("sealedSha256"), SHA256.HashData(file.ToArray()));
        }
    }

    [Fact]
    public void Age_files_seal_and_open_as_the_format_page_says()
    {
        foreach (JsonElement vector in OwnVectors.Read("age.json").EnumerateArray())
        {
            Assert.True(AgeIdentity.TryParse(vector.Text("identity"), out AgeIdentity? identity));
            Assert.Equal(vector.Text("recipient"), identity.Recipient.ToString());
            byte[] content = Content(vector, "");
            using Key ephemeral = Key.Import(
                KeyAgreementAlgorithm.X25519, vector.Bytes("ephemeral"), KeyBlobFormat.RawPrivateKey);
            (byte[] start, ChunkCipher cipher) = AgeFile.Begin(
                identity.Recipient, vector.Bytes("fileKey"), ephemeral, vector.Bytes("nonce"));
            byte[] file = [.. start, .. new byte[ChunkCipher.SealedLength(content.Length)]];
            ChunkWriter.Copy(content, file.AsSpan(start.Length), cipher);
            cipher.Dispose();

            Assert.Equal(vector.Bytes("sealedSha256"), SHA256.HashData(file));
            Assert.True(AgeFile.TryOpen(file, identity, out SecretBytes? opened));
            Assert.True(opened.Matches(content));
            identity.Dispose();
        }
    }

    [Fact]
    public void A_keyring_reads_and_prints_as_the_format_page_says()
    {
        JsonElement vector = OwnVectors.Read("keyring.json");
        using SealingKey unsealKey = SealingKey.TakeFrom(
            vector.Bytes("unsealKey"), vector.GetProperty("unsealGeneration").GetUInt32());
        using SigningKey auditKey = SigningKey.TakeFrom(vector.Bytes("auditSeed"));
        byte[] file = Encoding.UTF8.GetBytes(vector.Text("file"));

        Assert.True(Keyring.TryOpen(file, unsealKey, out Keyring? keyring, out RootBlock? block));

        Assert.Equal(4, keyring.Revision);
        Assert.Equal(file, keyring.ToBytes(auditKey));
        using SecretBytes root = block.Root.CopySecret();
        Assert.True(root.Matches(vector.Bytes("rootIdentity")));
        string[] keys = [.. vector.GetProperty("keys").EnumerateArray().Select(key => key.GetString()!)];
        Assert.Equal(keys.Length, keyring.Entries.Count);
        foreach ((KeyringEntry entry, string expected) in keyring.Entries.Zip(keys))
        {
            Assert.True(entry.TryOpen(block.Root, out SecretBytes? key));
            Assert.True(key.Matches(Convert.FromHexString(expected)));
        }
    }

    [Fact]
    public void Tags_of_a_blind_index_are_as_the_format_page_says()
    {
        foreach (JsonElement vector in OwnVectors.Read("blind-index.json").EnumerateArray())
        {
            using BlindIndexKey key = BlindIndexKey.TakeFrom(vector.Bytes("key"));
            byte[] value = Encoding.UTF8.GetBytes(vector.Text("value"));

            Assert.Equal(vector.Bytes("tag"), key.Tag(value, vector.GetProperty("bits").GetInt32()));
        }
    }

    [Fact]
    public void Keyed_hashes_are_as_the_format_page_says()
    {
        foreach (JsonElement vector in OwnVectors.Read("keyed-hash.json").EnumerateArray())
        {
            using KeyedHash key = KeyedHash.TakeFrom(vector.Bytes("key"));
            byte[] value = Encoding.UTF8.GetBytes(vector.Text("value"));

            Assert.Equal(vector.Bytes("hash"), key.Hash(vector.Text("label"), value));
        }
    }

    [Fact]
    public void Password_hashes_match_as_the_format_page_says()
    {
        foreach (JsonElement vector in OwnVectors.Read("password.json").EnumerateArray())
        {
            using KeyedHash pepper = KeyedHash.TakeFrom(vector.Bytes("pepper"));

            string stored = vector.Text("stored");
            Assert.True(PasswordHash.Matches(vector.Text("password"), stored, pepper, out bool outdated));
            Assert.Equal(vector.GetProperty("outdated").GetBoolean(), outdated);
        }
    }

    /// <summary>
    /// The content of a vector; where it is long it is made as make.py makes it, and its hash compared.
    /// </summary>
    private static byte[] Content(JsonElement vector, string suffix)
    {
        if (vector.TryGetProperty("content", out _))
        {
            return vector.Bytes("content");
        }

        Assert.SkipUnless(Shake256.IsSupported, "this system's OpenSSL lacks SHAKE256, which makes the long contents");
        byte[] seed = Encoding.UTF8.GetBytes($"strongroom test vector {vector.Text("name")}{suffix}");
        byte[] whole = Shake256.HashData(seed, 65537);
        byte[] expected = vector.Bytes("contentSha256");
        byte[] content = SHA256.HashData(whole).AsSpan().SequenceEqual(expected) ? whole : whole[..65536];
        Assert.Equal(expected, SHA256.HashData(content));
        return content;
    }
}
