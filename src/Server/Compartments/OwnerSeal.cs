using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Seals and opens the records of one owner (a customer, a document, a job) in one compartment, each bound to its place
/// and version.
/// </summary>
internal sealed class OwnerSeal(SealingKey key, CompartmentId compartment, IIdentifier owner)
{
    /// <summary>The key itself, for what is sealed beside the records: audit bodies and files.</summary>
    public SealingKey Key { get; } = key;

    public IIdentifier Owner { get; } = owner;

    /// <param name="column">What it is: <c>card</c>, <c>code</c>, or <c>field/</c> and the kind's name.</param>
    /// <param name="record">The record; null for what an owner has one of.</param>
    /// <param name="version">Its version, from 1.</param>
    /// <param name="plain">What to seal.</param>
    public byte[] Seal(string column, RecordId? record, long version, ReadOnlySpan<byte> plain) =>
        Key.Seal(Context(column, record, version), plain);

    /// <exception cref="RefusedException">
    /// It does not open: altered, moved, swapped, or sealed under another key.
    /// </exception>
    public byte[] Open(string column, RecordId? record, long version, ReadOnlySpan<byte> untrustedSealed) =>
        Key.TryOpen(untrustedSealed, Context(column, record, version), out byte[]? plain)
            ? plain
            : throw new RefusedException(StorageRefusals.StoreDamaged);

    /// <summary>The context of a file that belongs to the owner.</summary>
    public SealContext FileContext(string column, RecordId file) => new()
    {
        Type = "file",
        Compartment = compartment,
        Owner = Owner,
        Table = "files",
        Column = column,
        Record = file,
        Version = 1,
    };

    private SealContext Context(string column, RecordId? record, long version) => new()
    {
        Type = "record",
        Compartment = compartment,
        Owner = Owner,
        Table = "record",
        Column = column,
        Record = record,
        Version = version,
    };
}
