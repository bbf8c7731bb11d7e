using System.Diagnostics.CodeAnalysis;
using Strongroom.Vocabulary;

namespace Strongroom.Sealing;

/// <summary>
/// All keys of an installation, each sealed to the root recipient, in one signed file. Immutable: a change makes the
/// next revision. Anyone can seal to the root recipient, so only the signature says that an entry is ours. Bytes:
/// <c>docs/formats/keyring.md</c>.
/// </summary>
public sealed class Keyring
{
    private const string Format = "strongroom-keyring/1";
    private const string FormatWithShares = "strongroom-keyring/2";

    private readonly byte[] _rootBlock;

    private Keyring(
        long revision, AgeRecipient root, byte[] rootBlock, IReadOnlyList<KeyringEntry> entries, ShareRecord? shares)
    {
        Revision = revision;
        Root = root;
        _rootBlock = rootBlock;
        Entries = entries;
        Shares = shares;
    }

    /// <summary>Counts the changes, from 1. A file with a revision behind the log's is an old one put back.</summary>
    public long Revision { get; }

    /// <summary>To whom entries are sealed.</summary>
    public AgeRecipient Root { get; }

    /// <summary>All entries, by purpose, compartment and generation; no two at the same place.</summary>
    public IReadOnlyList<KeyringEntry> Entries { get; }

    /// <summary>The shares of the unseal key, or null where it is not split.</summary>
    public ShareRecord? Shares { get; }

    private static ReadOnlySpan<byte> SignatureLabel => "keyring/v1"u8;

    /// <summary>The first revision, without entries.</summary>
    /// <param name="root">The recipient whose private half is in the root block.</param>
    /// <param name="rootBlock">What <c>RootBlock.Seal</c> returned.</param>
    public static Keyring New(AgeRecipient root, ReadOnlySpan<byte> rootBlock)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new(1, root, rootBlock.ToArray(), [], null);
    }

    /// <summary>
    /// Finds the root block in a file. Nothing is authenticated: open the block, then read the file with its audit key.
    /// </summary>
    public static bool TryReadRootBlock(ReadOnlySpan<byte> untrusted, [NotNullWhen(true)] out byte[]? rootBlock)
    {
        rootBlock = KeyringJson.TryRead(untrusted, out KeyringFile? file) ? file.RootBlock : null;
        return rootBlock is not null;
    }

    /// <summary>Opens the root block of a file and reads the file with the audit key that was sealed in it.</summary>
    /// <returns>False when the unseal key is another one, or block, file and signature do not belong
    /// together.</returns>
    public static bool TryOpen(
        ReadOnlySpan<byte> untrusted,
        SealingKey unsealKey,
        [NotNullWhen(true)] out Keyring? keyring,
        [NotNullWhen(true)] out RootBlock? rootBlock)
    {
        keyring = null;
        rootBlock = null;
        if (!TryReadRootBlock(untrusted, out byte[]? untrustedBlock)
            || !RootBlock.TryOpen(unsealKey, untrustedBlock, out RootBlock? found))
        {
            return false;
        }

        if (!TryRead(untrusted, found.AuditKey, out keyring) || keyring.Root != found.Root.Recipient)
        {
            found.Dispose();
            keyring = null;
            return false;
        }

        rootBlock = found;
        return true;
    }

    /// <summary>Reads a file; false when it is malformed, or not signed with this key as it stands.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> untrusted, VerifyingKey auditKey, [NotNullWhen(true)] out Keyring? keyring)
    {
        ArgumentNullException.ThrowIfNull(auditKey);
        keyring = null;
        return KeyringJson.TryRead(untrusted, out KeyringFile? file)
            && string.Equals(file.Format, FormatOf(file.Shares), StringComparison.Ordinal)
            && auditKey.Verifies(Signed(file), file.Signature)
            && TryMake(file, out keyring);
    }

    /// <summary>The next revision, with more entries.</summary>
    /// <exception cref="ArgumentException">An entry stands at a place that is taken.</exception>
    public Keyring With(params IReadOnlyList<KeyringEntry> entries)
    {
        List<KeyringEntry> all = [.. Entries, .. entries];
        all.Sort(Compare);
        return IsOrdered(all)
            ? new(checked(Revision + 1), Root, _rootBlock, all, Shares)
            : throw new ArgumentException("a keyring has one key a place", nameof(entries));
    }

    /// <summary>
    /// The next revision under another root pair: every key is opened with the former and sealed to the next.
    /// </summary>
    /// <param name="former">Opens what is there.</param>
    /// <param name="next">The next root recipient.</param>
    /// <param name="rootBlock">The next root block.</param>
    /// <param name="shares">The shares of the next unseal key, or null where it is not split.</param>
    /// <returns>Null where an entry does not open: nothing may be changed.</returns>
    public Keyring? Renew(AgeIdentity former, AgeRecipient next, ReadOnlySpan<byte> rootBlock, ShareRecord? shares)
    {
        ArgumentNullException.ThrowIfNull(former);
        ArgumentNullException.ThrowIfNull(next);
        var renewed = new KeyringEntry[Entries.Count];
        bool isWhole = Parallel.For(0, renewed.Length, (index, loop) =>
        {
            if (!Entries[index].TryRenew(former, next, out KeyringEntry? entry))
            {
                loop.Stop();
                return;
            }

            renewed[index] = entry;
        }).IsCompleted;
        return isWhole ? new(checked(Revision + 1), next, rootBlock.ToArray(), renewed, shares) : null;
    }

    /// <summary>The shares that a file names; false when it is malformed. Not authenticated.</summary>
    public static bool TryReadShares(ReadOnlySpan<byte> untrusted, out ShareRecord? shares)
    {
        bool isRead = KeyringJson.TryRead(untrusted, out KeyringFile? file);
        shares = file?.Shares;
        return isRead;
    }

    /// <summary>
    /// The next revision, without some entries: once no older file is left, their keys are gone for ever.
    /// </summary>
    public Keyring Without(Predicate<KeyringEntry> isGoing)
    {
        ArgumentNullException.ThrowIfNull(isGoing);
        return new(
            checked(Revision + 1), Root, _rootBlock, [.. Entries.Where(entry => !isGoing(entry))], Shares);
    }

    /// <summary>The next revision, without one entry: once no older file is left, its key is gone for ever.</summary>
    /// <exception cref="ArgumentException">There is no such entry.</exception>
    public Keyring Without(KeyPurpose purpose, CompartmentId? compartment, uint generation) =>
        Find(purpose, compartment, generation) is null
            ? throw new ArgumentException("the keyring has no such entry", nameof(purpose))
            : Without(entry => entry.IsAt(purpose, compartment, generation));

    /// <summary>The entry of exactly this place, or null.</summary>
    public KeyringEntry? Find(KeyPurpose purpose, CompartmentId? compartment, uint generation) =>
        Entries.SingleOrDefault(entry => entry.IsAt(purpose, compartment, generation));

    /// <summary>The entry of the highest generation, or null.</summary>
    public KeyringEntry? FindNewest(KeyPurpose purpose, CompartmentId? compartment) =>
        Entries.LastOrDefault(entry => entry.Purpose == purpose && entry.Compartment == compartment);

    /// <summary>All generations of one key, lowest first.</summary>
    public IReadOnlyList<KeyringEntry> EntriesOf(KeyPurpose purpose, CompartmentId? compartment) =>
        [.. Entries.Where(entry => entry.Purpose == purpose && entry.Compartment == compartment)];

    /// <summary>The file, signed.</summary>
    /// <param name="auditKey">The key whose public half is in the root block.</param>
    public byte[] ToBytes(SigningKey auditKey)
    {
        ArgumentNullException.ThrowIfNull(auditKey);
        KeyringFile file = new()
        {
            Format = FormatOf(Shares),
            Revision = Revision,
            Root = Root.ToString(),
            RootBlock = _rootBlock,
            Entries = [.. Entries.Select(ToFile)],
            Shares = Shares,
            Signature = [],
        };
        return KeyringJson.Write(file with { Signature = auditKey.Sign(Signed(file)) });
    }

    private static string FormatOf(ShareRecord? shares) => shares is null ? Format : FormatWithShares;

    /// <summary>What the signature is over: the label, and the file with an empty signature.</summary>
    private static byte[] Signed(KeyringFile file) =>
        [.. SignatureLabel, .. KeyringJson.Write(file with { Signature = [] })];

    private static bool TryMake(KeyringFile file, [NotNullWhen(true)] out Keyring? keyring)
    {
        keyring = null;
        List<KeyringEntry> entries = [];
        foreach (KeyringFileEntry untrusted in file.Entries)
        {
            if (!KeyringEntry.TryRead(untrusted, out KeyringEntry? entry))
            {
                return false;
            }

            entries.Add(entry);
        }

        if (file.Revision > 0 && IsOrdered(entries) && file.Shares?.IsSound != false && AgeRecipient.TryParse(file.Root, null, out AgeRecipient? root))
        {
            keyring = new(file.Revision, root, file.RootBlock, entries, file.Shares);
        }

        return keyring is not null;
    }

    private static KeyringFileEntry ToFile(KeyringEntry entry) => new()
    {
        Purpose = entry.Purpose.ToString(),
        Compartment = entry.Compartment?.ToString(),
        Generation = entry.Generation,
        Created = entry.CreatedText,
        SealedKey = entry.SealedKey.ToArray(),
    };

    private static bool IsOrdered(List<KeyringEntry> entries)
    {
        for (int i = 1; i < entries.Count; i++)
        {
            if (Compare(entries[i - 1], entries[i]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Compare(KeyringEntry left, KeyringEntry right)
    {
        int purposes = string.CompareOrdinal(left.Purpose.ToString(), right.Purpose.ToString());
        int compartments = string.CompareOrdinal(left.Compartment?.ToString(), right.Compartment?.ToString());
        return (purposes, compartments) switch
        {
            (0, 0) => left.Generation.CompareTo(right.Generation),
            (0, _) => compartments,
            _ => purposes,
        };
    }
}
