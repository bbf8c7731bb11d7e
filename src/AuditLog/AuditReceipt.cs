using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Strongroom.Sealing;

namespace Strongroom.AuditLog;

/// <summary>
/// A proof for one entry that stands alone (C2SP tlog-proof): whoever has the log's public key can check it offline.
/// </summary>
public sealed record AuditReceipt
{
    private const string FirstLine = "c2sp.org/tlog-proof@v1";
    private const string Extra = "extra ";
    private const string Index = "index ";
    private const int Heading = 3;
    private const int MaxPath = 63;
    private readonly byte[] _leaf;
    private readonly IReadOnlyList<TreeHash> _path;

    internal AuditReceipt(byte[] leaf, IReadOnlyList<TreeHash> path, Checkpoint checkpoint) =>
        (_leaf, _path, Checkpoint) = (leaf, path, checkpoint);

    /// <summary>The signed head that the entry is proved to be under.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>The entry, without its sealed body.</summary>
    public StoredEntry Entry => AuditLeaf.Read(_leaf, ReadOnlyMemory<byte>.Empty);

    /// <summary>Reads a receipt and checks signature, path and leaf.</summary>
    public static bool TryRead(string untrustedText, VerifyingKey key, [NotNullWhen(true)] out AuditReceipt? receipt)
    {
        ArgumentNullException.ThrowIfNull(untrustedText);
        receipt = null;
        int blank = untrustedText.IndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0 || !Checkpoint.TryRead(
            Encoding.UTF8.GetBytes(untrustedText[(blank + 2)..]), key, out Checkpoint? checkpoint))
        {
            return false;
        }

        if (TryReadLines(untrustedText[..blank].Split('\n'), out byte[]? leaf, out List<TreeHash>? path))
        {
            receipt = new AuditReceipt(leaf, path, checkpoint);
        }

        receipt = receipt?.IsProved == true ? receipt : null;
        return receipt is not null;
    }

    /// <summary>The text of the proof.</summary>
    public override string ToString()
    {
        StringBuilder text = new StringBuilder()
            .Append(FirstLine).Append('\n')
            .Append(Extra).Append(Convert.ToBase64String(_leaf)).Append('\n')
            .Append(IndexLine(AuditLeaf.Sequence(_leaf))).Append('\n');
        foreach (TreeHash step in _path)
        {
            text.Append(step).Append('\n');
        }

        return text.Append('\n').Append(Checkpoint).ToString();
    }

    internal bool IsProved => MerkleProof.VerifiesInclusion(
        TreeHash.OfLeaf(_leaf), AuditLeaf.Sequence(_leaf), Checkpoint.Size, _path, Checkpoint.Root);

    private static string IndexLine(long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{Index}{sequence}");

    private static bool TryReadLines(
        string[] untrustedLines, [NotNullWhen(true)] out byte[]? leaf, [NotNullWhen(true)] out List<TreeHash>? path)
    {
        (leaf, path) = (null, null);
        return untrustedLines.Length is >= Heading and <= Heading + MaxPath
            && Same(untrustedLines[0], FirstLine)
            && TryReadLeaf(untrustedLines[1], out leaf)
            && Same(untrustedLines[2], IndexLine(AuditLeaf.Sequence(leaf)))
            && TryReadPath(untrustedLines.AsSpan(Heading), out path);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static bool TryReadLeaf(string untrustedLine, [NotNullWhen(true)] out byte[]? leaf)
    {
        byte[] bytes = new byte[AuditLeaf.Size];
        leaf = untrustedLine.StartsWith(Extra, StringComparison.Ordinal)
            && Convert.TryFromBase64String(untrustedLine[Extra.Length..], bytes, out int written)
            && AuditLeaf.Fits(bytes.AsSpan(0, written))
            && Same(untrustedLine, Extra + Convert.ToBase64String(bytes)) ? bytes : null;
        return leaf is not null;
    }

    private static bool TryReadPath(ReadOnlySpan<string> untrustedLines, [NotNullWhen(true)] out List<TreeHash>? path)
    {
        path = [];
        foreach (string line in untrustedLines)
        {
            if (!TreeHash.TryParse(line, out TreeHash? step))
            {
                return false;
            }

            path.Add(step);
        }

        return true;
    }
}
