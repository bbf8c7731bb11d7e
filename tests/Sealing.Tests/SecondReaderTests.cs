using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Strongroom.Vocabulary;

namespace Strongroom.Sealing.Tests;

/// <summary>What we seal, opened by a program in another language that knows the pages of docs/formats only.</summary>
public sealed class SecondReaderTests
{
    private const int LabelLimit = 64;
    private const int NameLimit = 256;

    private static readonly Gen<string> Letters = Gen.OneOf(
        Gen.Const("a"), Gen.Const("-"), Gen.Const("ß"), Gen.Const("に"), Gen.Const("🔑"));

    private static readonly int[] FileLengths = [0, 1, 100, 65535, 65536, 65537, 131072, 200_000];

    private static readonly CompartmentId[] Compartments = [CompartmentId.New(), CompartmentId.New()];

    private readonly SecondReader _reader = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_of_any_length_under_any_context_open()
    {
        int[] lengths = [.. Enumerable.Range(0, 130), 252, 253, 508, 509, 1020, 1021, 2044, 2045, 3068, 5000, 100_000];
        foreach (int length in lengths)
        {
            SealContext context = AnyContext();
            using SealingKey key = SealingKey.New(AnyGeneration());
            byte[] plaintext = RandomNumberGenerator.GetBytes(length);
            JsonObject job = Job("seal", key, context, key.Seal(context, plaintext));

            _reader.Opens(job, plaintext);
            job["context"] = SecondReader.Context(context with { Version = context.Version ^ 1 });
            _reader.Refuses(job);
        }

        await _reader.AskAsync(Cancellation);
    }

    [Fact]
    public async Task Sealed_keys_open_as_the_generation_that_they_are()
    {
        for (int i = 0; i < 20; i++)
        {
            SealContext context = AnyContext();
            using SealingKey outer = SealingKey.New(AnyGeneration());
            using SealingKey inner = SealingKey.New(AnyGeneration());
            using SecretBytes secret = inner.CopySecret();
            JsonObject job = Job("key", outer, context, outer.SealKey(context, inner));

            job["innerGeneration"] = inner.Generation;
            _reader.Opens(job, secret.Reveal());
            job["innerGeneration"] = inner.Generation ^ 1;
            _reader.Refuses(job);
        }

        await _reader.AskAsync(Cancellation);
    }

    [Fact]
    public async Task Files_of_any_length_open_and_cut_or_longer_ones_do_not()
    {
        foreach (int length in FileLengths)
        {
            SealContext context = AnyContext();
            using SealingKey key = SealingKey.New(AnyGeneration());
            byte[] content = RandomNumberGenerator.GetBytes(length);
            byte[] file = await SealFileAsync(key, context, content);

            _reader.Opens(Job("file", key, context, file), content);
            _reader.Refuses(Job("file", key, context, file[..^1]));
            _reader.Refuses(Job("file", key, context, file[..^16]));
            _reader.Refuses(Job("file", key, context, [.. file, .. new byte[16]]));
        }

        await _reader.AskAsync(Cancellation);
    }

    [Fact]
    public async Task Age_files_of_any_length_open_with_the_identity_and_no_other()
    {
        foreach (int length in FileLengths)
        {
            using AgeIdentity identity = AgeIdentity.New();
            using AgeIdentity other = AgeIdentity.New();
            byte[] content = RandomNumberGenerator.GetBytes(length);
            byte[] file = AgeFile.Seal(content, identity.Recipient);

            _reader.Opens(AgeJob(identity, file), content);
            _reader.Refuses(AgeJob(other, file));
            _reader.Refuses(AgeJob(identity, file[..^1]));
        }

        await _reader.AskAsync(Cancellation);
    }

    [Fact]
    public async Task Age_files_of_other_people_open_or_are_refused_there_as_here()
    {
        foreach (AgeVector vector in AgeVector.All().Where(
            vector => vector is { NotOurs: null, File.Length: < 500_000 }))
        {
            Assert.True(AgeIdentity.TryParse(vector.Identity, out AgeIdentity? identity), vector.Name);
            bool isOpen = AgeFile.TryOpen(vector.File, identity, out SecretBytes? plaintext);

            _reader.Answers(AgeJob(identity, vector.File), isOpen ? SecondReader.Hex(plaintext!) : null);
        }

        Assert.True(_reader.Count >= 60, $"only {_reader.Count} files were found");
        await _reader.AskAsync(Cancellation);
    }

    [Fact]
    public async Task A_keyring_with_keys_of_every_purpose_opens_with_the_unseal_key()
    {
        using KeyringOfKeys ring = new(Compartments);

        _reader.Answers(ring.Job(), ring.Expected());
        JsonObject job = ring.Job();
        job["generation"] = 4;
        _reader.Refuses(job);

        await _reader.AskAsync(Cancellation);
    }

    [Fact]
    public async Task Tags_of_every_length_and_keyed_hashes_are_the_same()
    {
        using BlindIndexKey index = BlindIndexKey.New();
        using KeyedHash hash = KeyedHash.New();
        using SecretBytes indexKey = index.CopySecret();
        using SecretBytes hashKey = hash.CopySecret();
        for (int bits = BlindIndexKey.FewestBits; bits <= BlindIndexKey.MostBits; bits++)
        {
            byte[] value = RandomNumberGenerator.GetBytes(bits - BlindIndexKey.FewestBits);
            string label = AnyName(LabelLimit);
            JsonObject job = new() { ["key"] = SecondReader.Hex(indexKey), ["value"] = Convert.ToHexString(value) };

            job["do"] = "tag";
            job["bits"] = bits;
            _reader.Opens(job, index.Tag(value, bits));
            _ = job.Remove("bits");
            job["do"] = "hash";
            job["key"] = SecondReader.Hex(hashKey);
            job["label"] = label;
            _reader.Opens(job, hash.Hash(label, value));
        }

        await _reader.AskAsync(Cancellation);
    }

    [Fact]
    public async Task Recovery_sheets_are_read_as_they_are_typed_and_slips_are_refused()
    {
        for (int i = 0; i < 20; i++)
        {
            using SecretBytes key = SecretBytes.Random(32);
            string[] lines = [.. RecoverySheet.Write(key).Select(groups => string.Join(' ', groups))];
            string[] typed = [.. lines.Select(line => line.ToLowerInvariant().Replace(' ', '-').Replace('0', 'o'))];
            int slipped = RandomNumberGenerator.GetInt32(4);

            _reader.Opens(Sheet(lines), key.Reveal());
            _reader.Opens(Sheet(typed), key.Reveal());
            _reader.Refuses(Sheet([lines[1], lines[0], lines[2], lines[3]]));
            lines[slipped] = (lines[slipped][0] is '7' ? '8' : '7') + lines[slipped][1..];
            _reader.Refuses(Sheet(lines));
        }

        await _reader.AskAsync(Cancellation);
    }

    [Fact]
    public async Task Whatever_byte_is_changed_the_second_reader_refuses_too()
    {
        SealContext context = AnyContext();
        using SealingKey key = SealingKey.New(AnyGeneration());
        using SealingKey inner = SealingKey.New(7);
        using AgeIdentity identity = AgeIdentity.New();
        using KeyringOfKeys ring = new(Compartments);
        JsonObject keyJob = Job("key", key, context, key.SealKey(context, inner));
        keyJob["innerGeneration"] = inner.Generation;

        _reader.RefusesAnyFlippedByte(Job("seal", key, context, key.Seal(context, [])), "sealed");
        _reader.RefusesAnyFlippedByte(Job("seal", key, context, key.Seal(context, new byte[300])), "sealed");
        _reader.RefusesAnyFlippedByte(keyJob, "sealed");
        byte[] file = await SealFileAsync(key, context, new byte[100]);
        _reader.RefusesAnyFlippedByte(Job("file", key, context, file), "sealed");
        _reader.RefusesAnyFlippedByte(AgeJob(identity, AgeFile.Seal(new byte[100], identity.Recipient)), "sealed");
        _reader.RefusesAnyFlippedByte(ring.Small().Job(), "file");

        Assert.True(_reader.Count > 2000, $"only {_reader.Count} changes were tried");
        await _reader.AskAsync(Cancellation);
    }

    private static JsonObject Job(string page, SealingKey key, SealContext context, byte[] sealedBytes)
    {
        using SecretBytes secret = key.CopySecret();
        return new()
        {
            ["do"] = page,
            ["key"] = SecondReader.Hex(secret),
            ["generation"] = key.Generation,
            ["context"] = SecondReader.Context(context),
            ["sealed"] = Convert.ToHexStringLower(sealedBytes),
        };
    }

    private static JsonObject AgeJob(AgeIdentity identity, byte[] file)
    {
        using SecretBytes secret = identity.CopySecret();
        return new()
        {
            ["do"] = "age",
            ["identity"] = SecondReader.Hex(secret),
            ["sealed"] = Convert.ToHexStringLower(file),
        };
    }

    private static JsonObject Sheet(string[] lines) =>
        new() { ["do"] = "sheet", ["lines"] = new JsonArray([.. lines.Select(line => (JsonNode)line)]) };

    private static async Task<byte[]> SealFileAsync(SealingKey key, SealContext context, byte[] content)
    {
        using MemoryStream file = new();
        await SealedFile.SealAsync(new MemoryStream(content), file, key, context, Cancellation);
        return file.ToArray();
    }

    private static uint AnyGeneration() => Gen.UInt[1, uint.MaxValue].Single();

    private static SealContext AnyContext() => new()
    {
        Type = AnyName(NameLimit),
        Compartment = Gen.Bool.Single() ? CompartmentId.New() : null,
        Owner = Gen.Bool.Single() ? CustomerId.New() : null,
        Table = AnyName(NameLimit),
        Column = AnyName(NameLimit),
        Record = Gen.Bool.Single() ? RecordId.New() : null,
        Version = Gen.Long[0, long.MaxValue].Single(),
    };

    /// <summary>Text of 1 byte of UTF-8 to so many, of scripts of one to four bytes a character.</summary>
    private static string AnyName(int limit)
    {
        string name = string.Concat(Letters.Array[1, limit].Single());
        while (Encoding.UTF8.GetByteCount(name) > limit)
        {
            name = name[..(char.IsLowSurrogate(name[^1]) ? ^2 : ^1)];
        }

        return name;
    }
}
