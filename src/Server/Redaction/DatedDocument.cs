using System.Buffers.Binary;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>A document, and where it stands among all others when the newest come first.</summary>
internal sealed record DatedDocument
{
    private const int HalfBits = 64;

    public required DocumentId Id { get; init; }

    /// <summary>Whose it is; null where it is the compartment's.</summary>
    public required CustomerId? Customer { get; init; }

    /// <summary>
    /// Ascends from the newest to the oldest: the ticks that are left till the end of time ‖ half of the random id, so
    /// that no two are equal.
    /// </summary>
    public required UInt128 Place { get; init; }

    public static DatedDocument Of(DocumentRow row, DateTimeOffset addedAt)
    {
        ulong left = (ulong)(DateTimeOffset.MaxValue.UtcTicks - addedAt.UtcTicks);
        ulong half = BinaryPrimitives.ReadUInt64BigEndian(RecordAddress.Bytes(row.Id));
        return new DatedDocument
        {
            Id = row.Id,
            Customer = row.Customer,
            Place = ((UInt128)left << HalfBits) | half,
        };
    }
}
