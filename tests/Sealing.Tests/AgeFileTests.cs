using System.Security.Cryptography;
using CsCheck;

namespace Strongroom.Sealing.Tests;

public sealed class AgeFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Lengths() => [0, 1, 65535, 65536, 65537, 131072, 131073, 200000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void What_is_sealed_to_a_recipient_opens_with_the_identity(int length)
    {
        using AgeIdentity identity = AgeIdentity.New();
        byte[] plaintext = RandomNumberGenerator.GetBytes(length);

        byte[] file = AgeFile.Seal(plaintext, identity.Recipient);

        Assert.Equal(168 + 16 + length + (16 * Math.Max(1, (length + 65535) / 65536)), file.Length);
        Assert.True(AgeFile.TryOpen(file, identity, out SecretBytes? opened));
        Assert.True(opened.Matches(plaintext));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task Streams_and_bytes_in_memory_are_the_same_format(int length)
    {
        using AgeIdentity identity = AgeIdentity.New();
        byte[] plaintext = RandomNumberGenerator.GetBytes(length);
        using MemoryStream streamed = new();

        await AgeFile.SealAsync(new MemoryStream(plaintext), streamed, identity.Recipient, Cancellation);

        Assert.True(AgeFile.TryOpen(streamed.ToArray(), identity, out SecretBytes? opened));
        Assert.True(opened.Matches(plaintext));
        MemoryStream inMemory = new(AgeFile.Seal(plaintext, identity.Recipient));
        using SealedFileReader? reader = await AgeFile.TryOpenAsync(inMemory, identity, Cancellation);
        Assert.NotNull(reader);
        using MemoryStream read = new();
        await reader.CopyToAsync(read, Cancellation);
        Assert.Equal(plaintext, read.ToArray());
    }

    [Fact]
    public void Another_identity_opens_nothing()
    {
        using AgeIdentity identity = AgeIdentity.New();
        using AgeIdentity other = AgeIdentity.New();

        Assert.False(AgeFile.TryOpen(AgeFile.Seal("Ada Example"u8, identity.Recipient), other, out _));
    }

    [Fact]
    public void Each_file_has_a_key_a_share_and_a_nonce_of_its_own()
    {
        using AgeIdentity identity = AgeIdentity.New();
        HashSet<string> seen = [Convert.ToHexString(new byte[16])];

        for (int i = 0; i < 10; i++)
        {
            byte[] file = AgeFile.Seal([], identity.Recipient);
            byte[] fileKey = new byte[AgeHeader.FileKeyLength];
            Assert.True(AgeHeader.TryRead(file, out AgeHeader? header, out ReadOnlySpan<byte> payload));
            Assert.True(header.TryOpen(identity, fileKey));

            Assert.True(seen.Add(Convert.ToHexString(fileKey)));
            Assert.True(seen.Add(Convert.ToHexString(payload[..AgeHeader.NonceLength])));
            Assert.True(seen.Add(Convert.ToHexString(file.AsSpan("age-encryption.org/v1\n-> X25519 ".Length, 43))));
        }
    }

    [Fact]
    public void Every_single_flipped_bit_of_an_age_file_is_refused()
    {
        using AgeIdentity identity = AgeIdentity.New();
        byte[] file = AgeFile.Seal("Ada Example"u8, identity.Recipient);

        for (int bit = 0; bit < file.Length * 8; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(AgeFile.TryOpen(file, identity, out _), $"bit {bit} flipped");
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_file_cut_short_or_made_longer_is_refused()
    {
        using AgeIdentity identity = AgeIdentity.New();
        byte[] file = AgeFile.Seal("Ada Example"u8, identity.Recipient);

        for (int length = 0; length < file.Length; length++)
        {
            Assert.False(AgeFile.TryOpen(file.AsSpan(0, length), identity, out _));
        }

        Assert.False(AgeFile.TryOpen([.. file, 0], identity, out _));
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        using AgeIdentity identity = AgeIdentity.New();
        Gen.Byte.Array[0, 400].Sample(bytes =>
            !AgeFile.TryOpen(bytes, identity, out _)
            && !AgeFile.TryOpen([.. "age-encryption.org/v1\n-> X25519 "u8, .. bytes], identity, out _));
    }

    [Fact]
    public async Task Only_a_stream_that_can_seek_is_opened()
    {
        using AgeIdentity identity = AgeIdentity.New();
        using System.IO.Compression.ZLibStream oneWay = new(
            new MemoryStream(), System.IO.Compression.CompressionMode.Decompress);

        await Assert.ThrowsAsync<ArgumentException>(() => AgeFile.TryOpenAsync(oneWay, identity, Cancellation));
    }

    [Fact]
    public void Files_of_other_people_open_or_are_refused_as_they_say()
    {
        int count = 0;
        foreach (AgeVector vector in AgeVector.All().Where(vector => vector.NotOurs is null))
        {
            Assert.True(AgeIdentity.TryParse(vector.Identity, out AgeIdentity? identity), vector.Name);
            bool isOpen = AgeFile.TryOpen(vector.File, identity, out SecretBytes? plaintext);
            Assert.True(vector.IsSuccess == isOpen, $"{vector.Name}: opened is {isOpen}");
            if (isOpen)
            {
                Assert.Equal(vector.PayloadHash, Convert.ToHexStringLower(SHA256.HashData(plaintext!.Reveal())));
            }

            count++;
        }

        Assert.True(count >= 68, $"only {count} files were found");
    }

    [Fact]
    public async Task Files_of_other_people_read_as_streams_give_no_byte_of_a_bad_chunk()
    {
        foreach (AgeVector vector in AgeVector.All().Where(vector => vector.NotOurs is null))
        {
            Assert.True(AgeIdentity.TryParse(vector.Identity, out AgeIdentity? identity), vector.Name);
            using SealedFileReader? reader =
                await AgeFile.TryOpenAsync(new MemoryStream(vector.File), identity, Cancellation);
            bool isWhole = await IsWholeAsync(reader, vector.PayloadHash);
            Assert.True(vector.IsSuccess == isWhole, $"{vector.Name}: whole is {isWhole}");
        }
    }

    [Fact]
    public void Files_of_kinds_that_we_do_not_read_are_refused()
    {
        using AgeIdentity any = AgeIdentity.New();
        int count = 0;
        foreach (AgeVector vector in AgeVector.All().Where(vector => vector.NotOurs is not null))
        {
            AgeIdentity? identity = any;
            _ = vector.Identity is null || AgeIdentity.TryParse(vector.Identity, out identity);
            Assert.False(AgeFile.TryOpen(vector.File, identity!, out _), $"{vector.Name} ({vector.NotOurs}) opened");
            count++;
        }

        Assert.True(count >= 75, $"only {count} files were found");
    }

    private static async Task<bool> IsWholeAsync(SealedFileReader? reader, string? expectedHash)
    {
        if (reader is null)
        {
            return false;
        }

        try
        {
            byte[] hash = await SHA256.HashDataAsync(reader, Cancellation);
            Assert.Equal(expectedHash, Convert.ToHexStringLower(hash));
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
