using System.Security.Cryptography;
using System.Text.Json;
using NSec.Cryptography;
using HashAlgorithmName = System.Security.Cryptography.HashAlgorithmName;
using IncrementalHash = System.Security.Cryptography.IncrementalHash;

namespace Strongroom.Sealing.Tests;

/// <summary>
/// The primitives, called as this library calls them, against the vectors of C2SP/wycheproof. Each test says how many
/// there are at least; of AES-GCM those with keys, nonces or tags of other sizes than ours are passed over, and the
/// files of HKDF-SHA-512 and ML-KEM, which this library does not use, are not read.
/// </summary>
public sealed class WycheproofTests
{
    [Fact]
    public void AES_256_GCM_holds_with_96_bit_nonces_and_128_bit_tags() =>
        Check("aes_gcm_test.json", 66, IsAead256, (_, test) =>
        {
            byte[] text = test.Bytes("ct");
            using AesGcm aes = new(test.Bytes("key"), 16);
            try
            {
                // In place, as SealingKey does it.
                aes.Decrypt(test.Bytes("iv"), text, test.Bytes("tag"), text, test.Bytes("aad"));
            }
            catch (AuthenticationTagMismatchException)
            {
                return false;
            }

            Assert.Equal(test.Bytes("msg"), text);
            byte[] tag = new byte[16];
            aes.Encrypt(test.Bytes("iv"), text, text, tag, test.Bytes("aad"));
            Assert.Equal(test.Bytes("ct"), text);
            Assert.Equal(test.Bytes("tag"), tag);
            return true;
        });

    [Fact]
    public void ChaCha20_Poly1305_holds() =>
        Check("chacha20_poly1305_test.json", 325, static (_, _) => true, (_, test) =>
        {
            if (test.Bytes("iv").Length != AeadAlgorithm.ChaCha20Poly1305.NonceSize)
            {
                return false; // not to be called with such a nonce
            }

            using Key key = Key.Import(
                AeadAlgorithm.ChaCha20Poly1305, test.Bytes("key"), KeyBlobFormat.RawSymmetricKey);
            byte[] untrusted = [.. test.Bytes("ct"), .. test.Bytes("tag")];
            byte[] text = new byte[test.Bytes("ct").Length];
            if (!AeadAlgorithm.ChaCha20Poly1305.Decrypt(key, test.Bytes("iv"), test.Bytes("aad"), untrusted, text))
            {
                return false;
            }

            Assert.Equal(test.Bytes("msg"), text);
            Assert.Equal(
                untrusted, AeadAlgorithm.ChaCha20Poly1305.Encrypt(key, test.Bytes("iv"), test.Bytes("aad"), text));
            return true;
        });

    [Fact]
    public void HMAC_SHA_256_holds() =>
        Check("hmac_sha256_test.json", 174, static (_, _) => true, (_, test) =>
        {
            byte[] tag = test.Bytes("tag");
            byte[] found = HMACSHA256.HashData(test.Bytes("key"), test.Bytes("msg"));

            // Part by part, as KeyedHash does it.
            using IncrementalHash parts = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, test.Bytes("key"));
            parts.AppendData(test.Bytes("msg"));
            Assert.Equal(found, parts.GetHashAndReset());
            return CryptographicOperations.FixedTimeEquals(found.AsSpan(0, tag.Length), tag);
        });

    [Fact]
    public void Tags_of_a_blind_index_are_truncated_HMAC_SHA_256() =>
        Check("hmac_sha256_test.json", 81, HasOurSizes, (_, test) =>
        {
            using BlindIndexKey key = BlindIndexKey.TakeFrom(test.Bytes("key"));
            byte[] tag = key.Tag(test.Bytes("msg"), BlindIndexKey.MostBits);
            return tag.AsSpan().SequenceEqual(test.Bytes("tag"));
        });

    [Fact]
    public void HMAC_SHA_512_holds() =>
        Check("hmac_sha512_test.json", 174, static (_, _) => true, (_, test) =>
        {
            byte[] tag = test.Bytes("tag");
            byte[] found = HMACSHA512.HashData(test.Bytes("key"), test.Bytes("msg"));
            return CryptographicOperations.FixedTimeEquals(found.AsSpan(0, tag.Length), tag);
        });

    [Fact]
    public void Ed25519_holds() =>
        Check("ed25519_test.json", 151, static (_, _) => true, static (testGroup, test) =>
            VerifyingKey.FromBytes(testGroup.GetProperty("publicKey").Bytes("pk"))
                .Verifies(test.Bytes("msg"), test.Bytes("sig")));

    [Fact]
    public void X25519_holds_and_a_secret_of_zeros_is_refused()
    {
        SharedSecretCreationParameters exportable = new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
        int count = 0;
        foreach ((JsonElement _, JsonElement test) in ForeignVectors.Wycheproof("x25519_test.json"))
        {
            using Key own = Key.Import(
                KeyAgreementAlgorithm.X25519, test.Bytes("private"), KeyBlobFormat.RawPrivateKey);
            PublicKey other = PublicKey.Import(
                KeyAgreementAlgorithm.X25519, test.Bytes("public"), KeyBlobFormat.RawPublicKey);
            using SharedSecret? secret = KeyAgreementAlgorithm.X25519.Agree(own, other, exportable);

            byte[] expected = test.Bytes("shared");
            Assert.Equal(expected.AsSpan().ContainsAnyExcept((byte)0), secret is not null);
            Assert.Equal(expected, secret?.Export(SharedSecretBlobFormat.RawSharedSecret) ?? new byte[32]);
            count++;
        }

        Assert.True(count >= 518, $"only {count} tests were found");
    }

    [Fact]
    public void A_public_key_that_gives_a_secret_of_zeros_or_has_the_top_bit_set_is_no_recipient()
    {
        foreach ((JsonElement _, JsonElement test) in ForeignVectors.Wycheproof("x25519_test.json"))
        {
            byte[] point = test.Bytes("public");
            bool isOurs = test.Bytes("shared").AsSpan().ContainsAnyExcept((byte)0) && point[^1] < 0x80;

            Assert.Equal(isOurs, AgeRecipient.TryFromBytes(point, out _));
        }
    }

    [Fact]
    public void HKDF_SHA_256_holds() =>
        Check("hkdf_sha256_test.json", 86, static (_, _) => true, (_, test) =>
        {
            int size = test.GetProperty("size").GetInt32();
            if (size > 255 * 32)
            {
                return false; // longer than the function gives
            }

            byte[] found = new byte[size];
            HKDF.DeriveKey(HashAlgorithmName.SHA256, test.Bytes("ikm"), found, test.Bytes("salt"), test.Bytes("info"));

            // From a shared secret, as AgeHeader does it.
            using SharedSecret secret = SharedSecret.Import(
                test.Bytes("ikm"), SharedSecretBlobFormat.RawSharedSecret, default);
            Assert.Equal(found, KeyDerivationAlgorithm.HkdfSha256.DeriveBytes(
                secret, test.Bytes("salt"), test.Bytes("info"), size));
            return found.AsSpan().SequenceEqual(test.Bytes("okm"));
        });

    private static bool HasOurSizes(JsonElement testGroup, JsonElement test) =>
        test.Bytes("key").Length == 32 && test.Bytes("tag").Length == BlindIndexKey.MostBits / 8;

    private static bool IsAead256(JsonElement testGroup, JsonElement test) =>
        testGroup.GetProperty("keySize").GetInt32() == 256
        && testGroup.GetProperty("ivSize").GetInt32() == 96
        && testGroup.GetProperty("tagSize").GetInt32() == 128;

    private static void Check(
        string file,
        int atLeast,
        Func<JsonElement, JsonElement, bool> isOurs,
        Func<JsonElement, JsonElement, bool> holds)
    {
        int count = 0;
        foreach ((JsonElement testGroup, JsonElement test) in ForeignVectors.Wycheproof(file))
        {
            if (isOurs(testGroup, test))
            {
                bool isValid = test.Text("result") is "valid";
                string name = $"{file} {test.GetProperty("tcId")}: {test.Text("comment")}";
                Assert.True(isValid == holds(testGroup, test), name);
                count++;
            }
        }

        Assert.True(count >= atLeast, $"only {count} tests were found");
    }
}
