using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Strongroom.Vocabulary;

namespace Strongroom.Sealing.Tests;

public sealed class KeyringTests : IDisposable
{
    private static readonly CompartmentId Clinic = CompartmentId.Parse("compartment-0198a1b2c3d47e8f9a0b1c2d3e4f5061");
    private static readonly CompartmentId Shop = CompartmentId.Parse("compartment-0198a1b2c3d47e8f9a0b1c2d3e4f5062");
    private static readonly DateTimeOffset Now = new(2026, 2, 3, 4, 5, 6, 789, TimeSpan.FromHours(1));

    private readonly SealingKey _unsealKey = SealingKey.New(1);
    private readonly AgeIdentity _root = AgeIdentity.New();
    private readonly SigningKey _auditKey = SigningKey.New();

    public void Dispose()
    {
        _unsealKey.Dispose();
        _root.Dispose();
        _auditKey.Dispose();
    }

    [Fact]
    public void A_keyring_opens_with_the_unseal_key_and_gives_its_keys_back()
    {
        using SecretBytes clinicKey = SecretBytes.Random(32);
        byte[] file = Empty()
            .With(Entry(KeyPurpose.Compartment, Clinic, 1, clinicKey), Entry(KeyPurpose.Session, null, 3))
            .ToBytes(_auditKey);

        Assert.True(Keyring.TryOpen(file, _unsealKey, out Keyring? keyring, out RootBlock? block));

        Assert.Equal(2, keyring.Revision);
        Assert.Equal(_auditKey.Public, block.AuditKey);
        Assert.Equal(5u, block.Generation);
        KeyringEntry? entry = keyring.Find(KeyPurpose.Compartment, Clinic, 1);
        Assert.NotNull(entry);
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 3, 5, 6, TimeSpan.Zero), entry.Created);
        Assert.True(entry.TryOpen(block.Root, out SecretBytes? opened));
        Assert.True(opened.Matches(clinicKey.Reveal()));
    }

    [Fact]
    public void A_keyring_that_reads_writes_the_same_bytes_again()
    {
        byte[] file = Full().ToBytes(_auditKey);

        Assert.True(Keyring.TryRead(file, _auditKey.Public, out Keyring? keyring));

        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(keyring.ToBytes(_auditKey)));
    }

    [Fact]
    public void Another_unseal_key_opens_nothing()
    {
        using SealingKey other = SealingKey.New(1);

        Assert.False(Keyring.TryOpen(Full().ToBytes(_auditKey), other, out _, out _));
    }

    [Fact]
    public void Every_single_flipped_bit_of_the_file_is_refused()
    {
        byte[] file = Empty().With(Entry(KeyPurpose.Session, null, 1)).ToBytes(_auditKey);

        for (int bit = 0; bit < file.Length * 8; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Keyring.TryRead(file, _auditKey.Public, out _), $"bit {bit} flipped");
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_compartment_key_that_a_thief_sealed_to_the_root_is_refused_for_want_of_a_signature()
    {
        // The thief can write the file, and the root recipient stands in it; he lacks the audit-signing key.
        using SecretBytes known = SecretBytes.Random(32);
        byte[] honest = Empty().With(Entry(KeyPurpose.Compartment, Clinic, 1)).ToBytes(_auditKey);
        using SigningKey thiefs = SigningKey.New();
        Assert.True(Keyring.TryRead(honest, _auditKey.Public, out Keyring? read));
        Keyring planted = read.With(Entry(KeyPurpose.Compartment, Clinic, 2, known));

        byte[] signedByTheThief = planted.ToBytes(thiefs);
        byte[] underTheOldSignature = WithSignatureOf(signedByTheThief, honest);

        Assert.False(Keyring.TryOpen(signedByTheThief, _unsealKey, out _, out _));
        Assert.False(Keyring.TryOpen(underTheOldSignature, _unsealKey, out _, out _));

        // Only the signature was missing.
        Assert.True(Keyring.TryOpen(planted.ToBytes(_auditKey), _unsealKey, out _, out _));
    }

    [Fact]
    public void A_whole_keyring_of_a_thief_is_refused_for_want_of_the_unseal_key()
    {
        using SealingKey thiefsUnsealKey = SealingKey.New(1);
        using SigningKey thiefsAuditKey = SigningKey.New();
        byte[] block = RootBlock.Seal(thiefsUnsealKey, _root, thiefsAuditKey.Public, 1);

        byte[] file = Keyring.New(_root.Recipient, block).ToBytes(thiefsAuditKey);
        Assert.False(Keyring.TryOpen(file, _unsealKey, out _, out _));
    }

    [Fact]
    public void A_root_recipient_that_is_not_the_root_blocks_is_refused_even_when_signed()
    {
        using AgeIdentity other = AgeIdentity.New();
        byte[] block = RootBlock.Seal(_unsealKey, _root, _auditKey.Public, 1);

        Assert.False(Keyring.TryOpen(Keyring.New(other.Recipient, block).ToBytes(_auditKey), _unsealKey, out _, out _));
    }

    [Fact]
    public void Entries_that_changed_places_are_refused_by_signature_and_do_not_open_even_when_signed()
    {
        byte[] file = Full().ToBytes(_auditKey);
        JsonObject json = JsonNode.Parse(file)!.AsObject();
        JsonArray entries = json["entries"]!.AsArray();
        string first = entries[1]!["sealedKey"]!.GetValue<string>();
        entries[1]!["sealedKey"] = entries[2]!["sealedKey"]!.GetValue<string>();
        entries[2]!["sealedKey"] = first;
        byte[] swapped = Print(json);

        Assert.False(Keyring.TryRead(swapped, _auditKey.Public, out _));
        Assert.True(Keyring.TryRead(Resign(swapped), _auditKey.Public, out Keyring? keyring));
        Assert.True(keyring.Entries[0].TryOpen(_root, out _));
        Assert.False(keyring.Entries[1].TryOpen(_root, out _));
        Assert.False(keyring.Entries[2].TryOpen(_root, out _));
    }

    [Theory]
    [InlineData("generation", "2")]
    [InlineData("purpose", "\"backup\"")]
    [InlineData("compartment", "\"compartment-0198a1b2c3d47e8f9a0b1c2d3e4f5062\"")]
    public void An_entry_moved_to_another_place_does_not_open_even_when_signed(string member, string value)
    {
        bool isOfCompartment = member is "compartment";
        KeyringEntry entry = isOfCompartment
            ? Entry(KeyPurpose.Compartment, Clinic, 1)
            : Entry(KeyPurpose.Session, null, 1);
        JsonObject json = JsonNode.Parse(Empty().With(entry).ToBytes(_auditKey))!.AsObject();
        json["entries"]![0]![member] = JsonNode.Parse(value);

        Assert.True(Keyring.TryRead(Resign(Print(json)), _auditKey.Public, out Keyring? moved));
        Assert.False(moved.Entries[0].TryOpen(_root, out _));
    }

    [Theory]
    [InlineData("format", "\"strongroom-keyring/2\"")]
    [InlineData("revision", "0")]
    [InlineData("root", "\"age1\"")]
    [InlineData("entries", "[{\"purpose\":\"session\",\"compartment\":null,\"generation\":0,\"created\":\"2026-02-03T03:05:06Z\",\"sealedKey\":\"AAAA\"}]")]
    [InlineData("entries", "[{\"purpose\":\"unknown\",\"compartment\":null,\"generation\":1,\"created\":\"2026-02-03T03:05:06Z\",\"sealedKey\":\"AAAA\"}]")]
    [InlineData("entries", "[{\"purpose\":\"compartment\",\"compartment\":null,\"generation\":1,\"created\":\"2026-02-03T03:05:06Z\",\"sealedKey\":\"AAAA\"}]")]
    [InlineData("entries", "[{\"purpose\":\"session\",\"compartment\":\"compartment-0198a1b2c3d47e8f9a0b1c2d3e4f5062\",\"generation\":1,\"created\":\"2026-02-03T03:05:06Z\",\"sealedKey\":\"AAAA\"}]")]
    [InlineData("entries", "[{\"purpose\":\"compartment\",\"compartment\":\"Clinic\",\"generation\":1,\"created\":\"2026-02-03T03:05:06Z\",\"sealedKey\":\"AAAA\"}]")]
    [InlineData("entries", "[{\"purpose\":\"session\",\"compartment\":null,\"generation\":1,\"created\":\"2026-02-03 03:05:06Z\",\"sealedKey\":\"AAAA\"}]")]
    public void A_malformed_part_is_refused_even_when_signed(string member, string value)
    {
        JsonObject json = JsonNode.Parse(Empty().ToBytes(_auditKey))!.AsObject();
        json[member] = JsonNode.Parse(value);

        Assert.False(Keyring.TryRead(Resign(Print(json)), _auditKey.Public, out _));
    }

    [Fact]
    public void Two_entries_of_one_place_or_in_another_order_are_refused_even_when_signed()
    {
        JsonObject json = JsonNode.Parse(Full().ToBytes(_auditKey))!.AsObject();
        JsonArray entries = json["entries"]!.AsArray();
        JsonNode first = entries[0]!.DeepClone();

        entries.Insert(0, first);
        Assert.False(Keyring.TryRead(Resign(Print(json)), _auditKey.Public, out _));
        entries.RemoveAt(0);
        Assert.True(Keyring.TryRead(Resign(Print(json)), _auditKey.Public, out _));
        entries.RemoveAt(0);
        entries.Add(first.DeepClone());
        Assert.False(Keyring.TryRead(Resign(Print(json)), _auditKey.Public, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"\\ud800\"}")]
    [InlineData("{\"format\":null,\"revision\":1,\"root\":null,\"rootBlock\":null,\"entries\":null,\"signature\":null}")]
    [InlineData("{\"format\":\"x\",\"revision\":1,\"root\":\"x\",\"rootBlock\":\"\",\"entries\":[null],\"signature\":\"\"}")]
    public void Other_JSON_is_no_keyring(string text)
    {
        Assert.False(Keyring.TryRead(Encoding.UTF8.GetBytes(text), _auditKey.Public, out _));
        Assert.False(Keyring.TryReadRootBlock(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void Random_bytes_are_no_keyring() =>
        Gen.Byte.Array[0, 200].Sample(bytes => !Keyring.TryRead(bytes, _auditKey.Public, out _));

    [Fact]
    public void An_older_file_reads_and_says_that_it_is_older()
    {
        Keyring older = Empty().With(Entry(KeyPurpose.Session, null, 1));
        Keyring newer = older.Without(KeyPurpose.Session, null, 1);

        Assert.True(Keyring.TryRead(older.ToBytes(_auditKey), _auditKey.Public, out Keyring? readOlder));
        Assert.True(Keyring.TryRead(newer.ToBytes(_auditKey), _auditKey.Public, out Keyring? readNewer));

        Assert.Equal(2, readOlder.Revision);
        Assert.Equal(3, readNewer.Revision);
        Assert.Empty(readNewer.Entries);
    }

    [Fact]
    public void The_newest_generation_is_found_and_a_place_is_taken_once()
    {
        Keyring keyring = Empty().With(
            Entry(KeyPurpose.Compartment, Clinic, 10),
            Entry(KeyPurpose.Compartment, Shop, 11),
            Entry(KeyPurpose.Compartment, Clinic, 9));

        Assert.Equal(10u, keyring.FindNewest(KeyPurpose.Compartment, Clinic)?.Generation);
        Assert.Null(keyring.FindNewest(KeyPurpose.Backup, null));
        Assert.Null(keyring.Find(KeyPurpose.Compartment, Clinic, 11));
        Assert.Throws<ArgumentException>(() => keyring.With(Entry(KeyPurpose.Compartment, Clinic, 9)));
        Assert.Throws<ArgumentException>(() => keyring.Without(KeyPurpose.Compartment, Clinic, 8));
    }

    [Fact]
    public void An_entry_names_a_compartment_exactly_where_its_purpose_does()
    {
        Assert.Throws<ArgumentException>(() => Entry(KeyPurpose.Compartment, null, 1));
        Assert.Throws<ArgumentException>(() => Entry(KeyPurpose.Session, Clinic, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Entry(KeyPurpose.Session, null, 0));
        using SecretBytes tooShort = SecretBytes.Random(31);
        Assert.Throws<ArgumentException>(() => Entry(KeyPurpose.Session, null, 1, tooShort));
    }

    [Fact]
    public void An_entry_of_another_root_does_not_open()
    {
        using AgeIdentity other = AgeIdentity.New();

        Assert.False(Entry(KeyPurpose.Session, null, 1).TryOpen(other, out _));
    }

    [Fact]
    public void A_changed_root_block_does_not_open()
    {
        byte[] block = RootBlock.Seal(_unsealKey, _root, _auditKey.Public, 1);

        Assert.Equal(205, block.Length);
        for (int bit = 0; bit < block.Length * 8; bit++)
        {
            block[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(RootBlock.TryOpen(_unsealKey, block, out _), $"bit {bit} flipped");
            block[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_wiped_root_block_opens_no_entry()
    {
        byte[] sealedBlock = RootBlock.Seal(_unsealKey, _root, _auditKey.Public, 1);
        Assert.True(RootBlock.TryOpen(_unsealKey, sealedBlock, out RootBlock? block));

        block.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Entry(KeyPurpose.Session, null, 1).TryOpen(block.Root, out _));
    }

    private static byte[] Print(JsonObject json)
    {
        JsonSerializerOptions options = new()
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        return Encoding.UTF8.GetBytes(json.ToJsonString(options) + "\n");
    }

    private static byte[] WithSignatureOf(byte[] file, byte[] signedFile)
    {
        JsonObject json = JsonNode.Parse(file)!.AsObject();
        json["signature"] = JsonNode.Parse(signedFile)!["signature"]!.GetValue<string>();
        return Print(json);
    }

    private byte[] Resign(byte[] file)
    {
        JsonObject json = JsonNode.Parse(file)!.AsObject();
        json["signature"] = "";
        byte[] message = [.. "keyring/v1"u8, .. Print(json)];
        json["signature"] = Convert.ToBase64String(_auditKey.Sign(message));
        return Print(json);
    }

    private Keyring Empty() =>
        Keyring.New(_root.Recipient, RootBlock.Seal(_unsealKey, _root, _auditKey.Public, 5));

    private Keyring Full() => Empty().With(
        Entry(KeyPurpose.AuditBody, null, 1),
        Entry(KeyPurpose.Compartment, Clinic, 1),
        Entry(KeyPurpose.Compartment, Shop, 1),
        Entry(KeyPurpose.PasswordPepper, null, 1));

    private KeyringEntry Entry(KeyPurpose purpose, CompartmentId? compartment, uint generation, SecretBytes? key = null)
    {
        using SecretBytes random = SecretBytes.Random(32);
        return KeyringEntry.Seal(_root.Recipient, purpose, compartment, generation, key ?? random, Now);
    }
}
