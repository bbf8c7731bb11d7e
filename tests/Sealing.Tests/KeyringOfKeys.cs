using System.Text.Json.Nodes;
using Strongroom.Vocabulary;

namespace Strongroom.Sealing.Tests;

/// <summary>A keyring with known keys, as a question to the second reader and the answer to it.</summary>
internal sealed class KeyringOfKeys : IDisposable
{
    private const uint RootGeneration = 5;

    private static readonly KeyPurpose[] Purposes =
    [
        KeyPurpose.AuditBody, KeyPurpose.Backup, KeyPurpose.CodeRoute, KeyPurpose.Database, KeyPurpose.Idempotency,
        KeyPurpose.PasswordPepper, KeyPurpose.Session,
    ];

    private static readonly DateTimeOffset Now = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private readonly SealingKey _unsealKey = SealingKey.New(3);
    private readonly AgeIdentity _root = AgeIdentity.New();
    private readonly SigningKey _auditKey = SigningKey.New();
    private readonly List<(KeyringEntry Entry, string Key)> _entries = [];

    public KeyringOfKeys(IReadOnlyList<CompartmentId> compartments)
    {
        using SecretBytes seed = _auditKey.CopySeed();
        Add(KeyPurpose.AuditSigning, null, 1, seed);
        foreach (KeyPurpose purpose in Purposes)
        {
            AddRandom(purpose, null, 1);
        }

        foreach (CompartmentId compartment in compartments)
        {
            AddRandom(KeyPurpose.Compartment, compartment, 9);
            AddRandom(KeyPurpose.Compartment, compartment, 10);
            AddRandom(KeyPurpose.Compartment, compartment, uint.MaxValue);
        }
    }

    /// <summary>Leaves only one entry, for when each byte of the file is a question.</summary>
    public KeyringOfKeys Small()
    {
        _entries.RemoveRange(1, _entries.Count - 1);
        return this;
    }

    public byte[] ToBytes()
    {
        byte[] block = RootBlock.Seal(_unsealKey, _root, _auditKey.Public, RootGeneration);
        return Keyring.New(_root.Recipient, block).With([.. _entries.Select(entry => entry.Entry)]).ToBytes(_auditKey);
    }

    public JsonObject Job()
    {
        using SecretBytes secret = _unsealKey.CopySecret();
        return new()
        {
            ["do"] = "keyring",
            ["unsealKey"] = SecondReader.Hex(secret),
            ["generation"] = _unsealKey.Generation,
            ["file"] = Convert.ToHexStringLower(ToBytes()),
        };
    }

    public JsonObject Expected()
    {
        using SecretBytes root = _root.CopySecret();
        IEnumerable<JsonNode> entries =
            from entry in _entries
            orderby entry.Entry.Purpose.ToString(), entry.Entry.Compartment?.ToString(), entry.Entry.Generation
            select (JsonNode)new JsonObject
            {
                ["purpose"] = entry.Entry.Purpose.ToString(),
                ["compartment"] = entry.Entry.Compartment?.ToString(),
                ["generation"] = entry.Entry.Generation,
                ["created"] = "2026-02-03T04:05:06Z",
                ["key"] = entry.Key,
            };
        return new()
        {
            ["root"] = SecondReader.Hex(root),
            ["auditKey"] = Convert.ToHexStringLower(_auditKey.Public.ToBytes()),
            ["generation"] = RootGeneration,
            ["revision"] = 2,
            ["entries"] = new JsonArray([.. entries]),
        };
    }

    public void Dispose()
    {
        _unsealKey.Dispose();
        _root.Dispose();
        _auditKey.Dispose();
    }

    private void AddRandom(KeyPurpose purpose, CompartmentId? compartment, uint generation)
    {
        using SecretBytes key = SecretBytes.Random(32);
        Add(purpose, compartment, generation, key);
    }

    private void Add(KeyPurpose purpose, CompartmentId? compartment, uint generation, SecretBytes key) => _entries.Add(
        (KeyringEntry.Seal(_root.Recipient, purpose, compartment, generation, key, Now), SecondReader.Hex(key)));
}
