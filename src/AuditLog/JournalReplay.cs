using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Strongroom.AuditLog;

/// <summary>
/// Reads a journal from its beginning, checks every record, and holds it against the checkpoint on disk.
/// </summary>
internal sealed class JournalReplay(SafeFileHandle file, JournalState state, TileFiles tiles, Checkpoint? checkpoint)
{
    private const int WindowSize = 1024 * 1024;

    /// <summary>Where the last good record ends.</summary>
    public long End { get; private set; }

    /// <summary>Where the entries begin that no checkpoint covers.</summary>
    public long CoveredEnd { get; private set; }

    public async Task RunAsync(byte[] header, CancellationToken cancellation)
    {
        JournalWindow window = new(file, 0, WindowSize);
        if (!await window.HasAsync(header.Length, cancellation)
            || !CryptographicOperations.FixedTimeEquals(window.Bytes.Span[..header.Length], header))
        {
            throw Damage(0, "the header is not the one of this log");
        }

        window.Advance(header.Length);
        CompareWithCheckpoint(window.Offset);
        while (await TakeRecordAsync(window, cancellation))
        {
            CompareWithCheckpoint(window.Offset);
        }

        End = window.Offset;
        if (checkpoint is null ? state.Size > 0 : state.Size < checkpoint.Size)
        {
            throw Damage(End, checkpoint is null
                ? "there are entries but no checkpoint"
                : string.Create(
                    CultureInfo.InvariantCulture, $"it ends before the checkpoint of {checkpoint.Size} entries"));
        }
    }

    private async ValueTask<bool> TakeRecordAsync(JournalWindow window, CancellationToken cancellation)
    {
        if (await window.HasAsync(RecordFrame.Size, cancellation)
            && RecordFrame.TryRead(window.Bytes.Span, out RecordFrame frame)
            && await window.HasAsync(RecordFrame.Size + frame.Length, cancellation)
            && frame.Holds(window.Bytes.Span.Slice(RecordFrame.Size, frame.Length)))
        {
            Take(window.Bytes.Span.Slice(RecordFrame.Size, frame.Length), window.Offset);
            window.Advance(RecordFrame.Size + frame.Length);
            return true;
        }

        return IsPlainEnd(window.Offset) ? false : throw Damage(window.Offset, "a record is damaged");
    }

    private bool IsPlainEnd(long offset)
    {
        bool isCovered = checkpoint is not null && state.Size < checkpoint.Size;
        return offset == RandomAccess.GetLength(file) || (!isCovered && TornTail.IsTorn(file, offset, state.Size));
    }

    private void Take(ReadOnlySpan<byte> entry, long offset)
    {
        ReadOnlySpan<byte> leaf = entry[..AuditLeaf.Size];
        if (!AuditLeaf.Fits(leaf) || AuditLeaf.Sequence(leaf) != state.Size)
        {
            throw Damage(offset, "an entry has another version or number than belongs here");
        }

        if (!AuditLeaf.HoldsBody(leaf, entry[AuditLeaf.Size..]))
        {
            throw Damage(offset, "the sealed body is not the one of its entry");
        }

        state.Append(leaf, offset);
    }

    private void CompareWithCheckpoint(long offset)
    {
        if (checkpoint is null || state.Size != checkpoint.Size)
        {
            return;
        }

        CoveredEnd = offset;
        TreeHead head = state.Head();
        if (head.Root != checkpoint.Root)
        {
            throw Damage(offset, string.Create(
                CultureInfo.InvariantCulture,
                $"the first {checkpoint.Size} entries are not those that the checkpoint names"));
        }

        foreach ((TilePlace place, byte[] hashes) in head.PartialTiles)
        {
            tiles.Restore(place, hashes);
        }
    }

    private static AuditDamagedException Damage(long offset, string fault) =>
        new(string.Create(CultureInfo.InvariantCulture, $"journal, byte {offset}"), fault);
}
