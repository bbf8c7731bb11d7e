using System.Text;
using System.Text.RegularExpressions;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// Looks for <c>/ActualText</c> (ISO 32000-2, 14.9.4): the word that a document says in place of the one it draws. Whoever reads
/// words by it finds another word than is seen, so such a document is refused. Read in what qpdf unpacks, piece by piece.
/// </summary>
internal static partial class DisguisedText
{
    private const int PieceLength = 1 << 20;
    private const int Overlap = 64;

    /// <summary>qpdf's exit code where it mended something.</summary>
    private const int Mended = 3;

    /// <summary>More than this is unpacked by no document that is meant to be read, in bytes.</summary>
    private const long Most = 2L << 30;

    /// <summary>Whether a document says other words than it draws.</summary>
    /// <param name="file">The PDF.</param>
    /// <exception cref="RefusedException">It cannot be unpacked, or to more than anybody reads.</exception>
    public static bool IsIn(string file)
    {
        using Tool qpdf = Tool.Start("qpdf", "--qdf", "--decrypt", "--object-streams=disable", file, "-");
        byte[] piece = new byte[Overlap + PieceLength];
        int kept = 0;
        long all = 0;
        for (int read = -1; read != 0;)
        {
            read = qpdf.Output.ReadAtLeast(piece.AsSpan(kept), PieceLength / 2, throwOnEndOfStream: false);
            int length = kept + read;
            if (Name().IsMatch(Encoding.Latin1.GetString(piece, 0, length)))
            {
                return true;
            }

            all += read;
            if (all > Most)
            {
                throw new RefusedException(PaperRefusals.TooLarge);
            }

            kept = Math.Min(Overlap, length);
            piece.AsSpan(length - kept, kept).CopyTo(piece);
        }

        // What was not unpacked to its end was not looked through.
        return qpdf.WaitForEnd() is 0 or Mended ? false : throw new RefusedException(PaperRefusals.Malformed);
    }

    /// <summary>The name, with any of its letters written as a number.</summary>
    [GeneratedRegex(
        "/(A|#41)(c|#63)(t|#74)(u|#75)(a|#61)(l|#6[cC])(T|#54)(e|#65)(x|#78)(t|#74)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Name();
}
