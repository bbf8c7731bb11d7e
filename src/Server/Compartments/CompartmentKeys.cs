using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// The random keys of one compartment, opened with the compartment key: one blind-index key a field, the file key, the
/// key that hashes codes, the inbox pair. Each dies and rotates alone; none is derived from another.
/// </summary>
internal sealed class CompartmentKeys : IDisposable
{
    private const string FilePurpose = "file";
    private const string CodePurpose = "code-hash";
    private const string InboxPurpose = "inbox";
    private const string IndexPrefix = "blind-index/";
    private const uint FirstGeneration = 1;

    private readonly CompartmentId _compartment;
    private readonly SealingKey _compartmentKey;
    private readonly Dictionary<string, BlindIndexKey> _indexes = new(StringComparer.Ordinal);

    private CompartmentKeys(CompartmentId compartment, SealingKey compartmentKey)
    {
        _compartment = compartment;
        _compartmentKey = compartmentKey;
    }

    /// <summary>Seals what belongs to the compartment and to no one customer.</summary>
    public SealingKey File { get; private set; } = null!;

    /// <summary>Hashes customer codes for the look-up inside this compartment.</summary>
    public KeyedHash CodeHash { get; private set; } = null!;

    /// <summary>What the public intake seals to; works while the compartment is closed.</summary>
    public AgeIdentity Inbox { get; private set; } = null!;

    /// <summary>Opens the keys that are there and makes those that are not.</summary>
    /// <param name="compartment">Whose keys they are.</param>
    /// <param name="compartmentKey">Opens them; stays its owner's.</param>
    /// <param name="fields">The names of the fields that have a blind index.</param>
    /// <param name="existing">The rows of <c>compartment_key</c>.</param>
    /// <param name="fresh">Receives what was made and must be stored before it is used.</param>
    /// <exception cref="RefusedException">A stored key does not open: swapped, moved or damaged.</exception>
    public static CompartmentKeys Open(
        CompartmentId compartment, SealingKey compartmentKey, IEnumerable<string> fields,
        IReadOnlyList<(string Purpose, uint Generation, byte[] Sealed)> existing,
        List<(string Purpose, uint Generation, byte[] Sealed)> fresh)
    {
        var keys = new CompartmentKeys(compartment, compartmentKey);
        try
        {
            keys.File = SealingKey.TakeFrom(keys.Take(FilePurpose, existing, fresh), FirstGeneration);
            keys.CodeHash = KeyedHash.TakeFrom(keys.Take(CodePurpose, existing, fresh));
            keys.Inbox = AgeIdentity.TakeFrom(keys.Take(InboxPurpose, existing, fresh));
            foreach (string field in fields)
            {
                keys._indexes.Add(field, BlindIndexKey.TakeFrom(keys.Take(IndexPrefix + field, existing, fresh)));
            }

            return keys;
        }
        catch
        {
            keys.Dispose();
            throw;
        }
    }

    /// <summary>What a sealed key of the compartment's own is bound to.</summary>
    public static SealContext Context(CompartmentId compartment, string purpose, uint generation) => new()
    {
        Type = "key",
        Compartment = compartment,
        Table = "compartment_key",
        Column = purpose,
        Version = generation,
    };

    /// <summary>The blind-index key of a field; every field with an index has one.</summary>
    public BlindIndexKey Index(string field) => _indexes[field];

    public void Dispose()
    {
        File?.Dispose();
        CodeHash?.Dispose();
        Inbox?.Dispose();
        foreach (BlindIndexKey index in _indexes.Values)
        {
            index.Dispose();
        }
    }

    /// <summary>The 32 bytes of a key in an array of its own, which the taker wipes.</summary>
    private byte[] Take(
        string purpose, IReadOnlyList<(string Purpose, uint Generation, byte[] Sealed)> existing,
        List<(string Purpose, uint Generation, byte[] Sealed)> fresh)
    {
        SealContext context = Context(_compartment, purpose, FirstGeneration);
        byte[]? found = existing.FirstOrDefault(
            row => row.Purpose == purpose && row.Generation == FirstGeneration).Sealed;
        if (found is null)
        {
            using var made = SecretBytes.Random(32);
            fresh.Add((purpose, FirstGeneration, _compartmentKey.SealSecret(context, made)));
            return made.Reveal().ToArray();
        }

        if (!_compartmentKey.TryOpenSecret(found, context, out SecretBytes? opened))
        {
            throw new RefusedException(StorageRefusals.StoreDamaged);
        }

        using (opened)
        {
            return opened.Reveal().ToArray();
        }
    }
}
