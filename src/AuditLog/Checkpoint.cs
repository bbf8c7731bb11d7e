using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Strongroom.Sealing;

namespace Strongroom.AuditLog;

/// <summary>A signed head of the log: how many entries, under which root (C2SP tlog-checkpoint, signed-note).</summary>
public sealed record Checkpoint
{
    private const int MaxBytes = 64 * 1024;
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly SignedNote _note;

    private Checkpoint(string origin, long size, TreeHash root, SignedNote note) =>
        (Origin, Size, Root, _note) = (origin, size, root, note);

    /// <summary>The name of the log.</summary>
    public string Origin { get; }

    /// <summary>The number of entries.</summary>
    public long Size { get; }

    /// <summary>The root of the tree of those entries.</summary>
    public TreeHash Root { get; }

    /// <summary>Reads a checkpoint and checks its signature.</summary>
    /// <param name="untrustedNote">The signed note, UTF-8.</param>
    /// <param name="key">The log's key.</param>
    /// <param name="checkpoint">The checkpoint, when the key signed it.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> untrustedNote, VerifyingKey key, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        if (TryReadUnsigned(untrustedNote, out checkpoint) && checkpoint.IsSignedBy(key))
        {
            return true;
        }

        checkpoint = null;
        return false;
    }

    /// <summary>Whether the key signed it under the name of the log.</summary>
    public bool IsSignedBy(VerifyingKey key) => _note.IsSignedBy(Origin, key);

    /// <summary>The signed note as it stands on disk.</summary>
    public override string ToString() => _note.ToString();

    /// <summary>The signed note as UTF-8.</summary>
    public byte[] ToBytes() => Strict.GetBytes(ToString());

    internal static Checkpoint Sign(string origin, long size, TreeHash root, SigningKey key)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{origin}\n{size}\n{root}\n");
        return new Checkpoint(origin, size, root, SignedNote.Sign(text, origin, key));
    }

    /// <summary>Reads the form only: what it says is not to be believed.</summary>
    internal static bool TryReadUnsigned(
        ReadOnlySpan<byte> untrustedNote, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (untrustedNote.Length > MaxBytes || !System.Text.Unicode.Utf8.IsValid(untrustedNote)
            || !SignedNote.TryRead(Strict.GetString(untrustedNote), out SignedNote? note))
        {
            return false;
        }

        // origin, size, root, and nothing after the last newline: there are no extension lines
        string[] lines = note.Text.Split('\n');
        if (lines.Length == 4 && AuditLog.Origin.Fits(lines[0])
            && TryReadSize(lines[1], out long size) && TreeHash.TryParse(lines[2], out TreeHash? root))
        {
            checkpoint = new Checkpoint(lines[0], size, root, note);
        }

        return checkpoint is not null;
    }

    private static bool TryReadSize(string untrustedText, out long size) =>
        long.TryParse(untrustedText, NumberStyles.None, CultureInfo.InvariantCulture, out size)
        && string.Equals(untrustedText, size.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
