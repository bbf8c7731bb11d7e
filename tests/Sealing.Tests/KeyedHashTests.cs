using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Strongroom.Vocabulary;

namespace Strongroom.Sealing.Tests;

public sealed class KeyedHashTests
{
    [Fact]
    public void A_recipients_code_is_hashed_as_the_format_page_says()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "vectors", "recipient-code.json");
        JsonElement vector = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.GetProperty("hash");
        string Text(string name) => vector.GetProperty(name).GetString()!;
        using KeyedHash hash = KeyedHash.TakeFrom(Convert.FromHexString(Text("key")));
        byte[] recipient = new byte[IIdentifier.Size];
        RecipientId.Parse(Text("recipient")).CopyTo(recipient);

        byte[] tag = hash.Hash("recipient-code", [.. recipient, .. Encoding.ASCII.GetBytes(Text("code"))])[..16];

        Assert.Equal(Text("tag"), Convert.ToHexStringLower(tag));
    }

    [Fact]
    public void The_hash_is_HMAC_SHA_256_over_the_label_with_its_length_and_the_value()
    {
        byte[] key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        using KeyedHash hash = KeyedHash.TakeFrom([.. key]);

        byte[] message = [0, 0, 0, 4, .. "code"u8, .. "value"u8];
        byte[] expected = HMACSHA256.HashData(key, message);

        Assert.Equal(expected, hash.Hash("code", "value"u8));
    }

    [Fact]
    public void The_border_between_label_and_value_counts()
    {
        using KeyedHash hash = KeyedHash.New();

        Assert.NotEqual(hash.Hash("code", "value"u8), hash.Hash("codev", "alue"u8));
    }

    [Fact]
    public void Labels_have_1_to_64_bytes()
    {
        using KeyedHash hash = KeyedHash.New();

        Assert.Equal(32, hash.Hash(new string('x', 64), []).Length);
        Assert.ThrowsAny<ArgumentException>(() => hash.Hash("", []));
        Assert.ThrowsAny<ArgumentException>(() => hash.Hash(new string('x', 65), []));
    }

    [Fact]
    public void A_copied_secret_makes_the_same_hashes_and_a_wiped_key_none()
    {
        KeyedHash hash = KeyedHash.New();
        using SecretBytes secret = hash.CopySecret();
        using KeyedHash again = KeyedHash.TakeFrom(secret.Reveal().ToArray());
        byte[] expected = hash.Hash("code", "value"u8);

        hash.Dispose();

        Assert.Equal(expected, again.Hash("code", "value"u8));
        Assert.Throws<ObjectDisposedException>(() => hash.Hash("code", "value"u8));
    }
}
