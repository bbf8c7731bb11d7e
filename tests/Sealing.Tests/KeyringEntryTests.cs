using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Strongroom.Sealing.Tests;

/// <summary>Entries that are signed, and that do not open or read all the same.</summary>
public sealed class KeyringEntryTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private readonly AgeIdentity _root = AgeIdentity.New();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public void Dispose() => _root.Dispose();

    [Fact]
    public void The_content_is_the_place_and_32_bytes_of_key()
    {
        byte[] place = [.. "keyring/v1"u8, 0, 0, 0, 7, .. "session"u8, .. new byte[16], 1, 2, 3, 4];

        Assert.True(Opens([.. place, .. _key]));
        Assert.False(Opens([.. place, .. _key[1..]]));
        Assert.False(Opens([.. place, .. _key, 0]));
        Assert.False(Opens(place));
        Assert.False(Opens([]));
        for (int at = 0; at < place.Length; at++)
        {
            place[at] ^= 1;
            Assert.False(Opens([.. place, .. _key]), $"byte {at} of the place");
            place[at] ^= 1;
        }
    }

    [Theory]
    [InlineData("2026-02-03T04:05:06Z", true)]
    [InlineData("0001-01-01T00:00:00Z", true)]
    [InlineData("2026-02-03T04:05:06.0Z", false)]
    [InlineData("2026-02-03T04:05:06z", false)]
    [InlineData("2026-02-03T04:05:06", false)]
    [InlineData("2026-02-03T04:05:06+00:00", false)]
    [InlineData(" 2026-02-03T04:05:06Z", false)]
    [InlineData("2026-02-03T04:05:06Z ", false)]
    [InlineData("2026-02-03T24:05:06Z", false)]
    [InlineData("2026-02-30T04:05:06Z", false)]
    [InlineData("", false)]
    public void The_instant_has_one_form(string created, bool isRead)
    {
        KeyringFileEntry entry = Entry([]) with { Created = created };

        Assert.Equal(isRead, KeyringEntry.TryRead(entry, out KeyringEntry? read));
        Assert.Equal(isRead ? created : null, read?.CreatedText);
        Assert.Equal(TimeSpan.Zero, read?.Created.Offset ?? TimeSpan.Zero);
    }

    [Fact]
    public void The_instant_is_cut_to_whole_seconds_of_UTC()
    {
        using SecretBytes key = SecretBytes.Random(32);
        DateTimeOffset summer = new(2026, 7, 1, 1, 2, 3, 999, TimeSpan.FromHours(2));

        KeyringEntry entry = KeyringEntry.Seal(_root.Recipient, KeyPurpose.Session, null, 1, key, summer);

        Assert.Equal("2026-06-30T23:02:03Z", entry.CreatedText);
    }

    [Fact]
    public void A_key_has_32_bytes_and_stays_the_callers()
    {
        using SecretBytes key = SecretBytes.Random(32);
        using SecretBytes tooLong = SecretBytes.Random(33);
        KeyringEntry entry = KeyringEntry.Seal(_root.Recipient, KeyPurpose.Session, null, 1, key, Now);

        Assert.True(entry.TryOpen(_root, out SecretBytes? opened));
        Assert.True(opened.Matches(key.Reveal()));
        Assert.Throws<ArgumentException>(
            () => KeyringEntry.Seal(_root.Recipient, KeyPurpose.Session, null, 1, tooLong, Now));
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(
            () => KeyringEntry.Seal(_root.Recipient, KeyPurpose.Session, null, 1, key, Now));
    }

    private static KeyringFileEntry Entry(byte[] sealedKey) => new()
    {
        Purpose = "session",
        Compartment = null,
        Generation = BinaryPrimitives.ReadUInt32BigEndian([1, 2, 3, 4]),
        Created = "2026-02-03T04:05:06Z",
        SealedKey = sealedKey,
    };

    private bool Opens(byte[] content)
    {
        KeyringFileEntry entry = Entry(AgeFile.Seal(content, _root.Recipient));

        Assert.True(KeyringEntry.TryRead(entry, out KeyringEntry? read));
        bool isOpen = read.TryOpen(_root, out SecretBytes? key);
        Assert.Equal(isOpen, key?.Matches(_key) ?? false);
        return isOpen;
    }
}
