using System.Text;
using System.Text.RegularExpressions;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// Takes off <c>/ActualText</c> (ISO 32000-2, 14.9.4): the word that a document says in place of the one it draws. Whoever
/// reads words by it finds another word than is seen. It is looked for in what qpdf unpacks, and where it stands, the document
/// is rewritten with a name in its place that nobody reads by.
/// </summary>
internal static partial class DisguisedText
{
    private const int PieceLength = 1 << 20;

    /// <summary>Longer than the name with all of its letters written as numbers.</summary>
    private const int Overlap = 64;

    /// <summary>qpdf's exit code where it mended something.</summary>
    private const int Mended = 3;

    /// <summary>More than this is unpacked by no document that is meant to be read, in bytes.</summary>
    private const long Most = 2L << 30;

    private static readonly string[] Unpack = ["--qdf", "--decrypt", "--object-streams=disable", "--decode-level=specialized"];

    /// <summary>Writes a document without such words, where it has any.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="target">Where it is written.</param>
    /// <returns>Whether it had any.</returns>
    /// <exception cref="RefusedException">It cannot be unpacked, or to more than anybody reads.</exception>
    public static bool TryTakeOff(string file, string target)
    {
        if (!IsIn(file))
        {
            return false;
        }

        Check(Tool.Run("qpdf", out _, [.. Unpack, file, target]));
        using FileStream stream = File.Open(target, FileMode.Open, FileAccess.ReadWrite);
        if (stream.Length > Most)
        {
            throw new RefusedException(PaperRefusals.TooLarge);
        }

        // As long as the name itself, so that nothing moves.
        ForEachPiece(stream, (piece, place) =>
        {
            foreach (Match name in Name().Matches(piece))
            {
                stream.Position = place + name.Index;
                stream.Write(Encoding.ASCII.GetBytes("/" + new string('X', name.Length - 1)));
            }

            return true;
        });
        return true;
    }

    private static bool IsIn(string file)
    {
        using Tool qpdf = Tool.Start("qpdf", [.. Unpack, file, "-"]);
        bool isClear = ForEachPiece(qpdf.Output, (piece, place) =>
            place > Most ? throw new RefusedException(PaperRefusals.TooLarge) : !Name().IsMatch(piece));
        if (isClear)
        {
            Check(qpdf.WaitForEnd()); // what was not unpacked to its end was not looked through
        }

        return !isClear;
    }

    /// <summary>Reads a stream in pieces that overlap.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="look">Told each piece in Latin-1, and its place; false ends it.</param>
    /// <returns>Whether it came to the end.</returns>
    private static bool ForEachPiece(Stream stream, Func<string, long, bool> look)
    {
        byte[] piece = new byte[Overlap + PieceLength];
        int kept = 0;
        long place = 0;
        for (int read = -1; read != 0;)
        {
            if (stream.CanSeek)
            {
                stream.Position = place + kept;
            }

            read = stream.ReadAtLeast(piece.AsSpan(kept), PieceLength / 2, throwOnEndOfStream: false);
            int length = kept + read;
            if (!look(Encoding.Latin1.GetString(piece, 0, length), place))
            {
                return false;
            }

            kept = Math.Min(Overlap, length);
            piece.AsSpan(length - kept, kept).CopyTo(piece);
            place += length - kept;
        }

        return true;
    }

    private static void Check(int code)
    {
        if (code is not 0 and not Mended)
        {
            throw new RefusedException(PaperRefusals.Malformed);
        }
    }

    /// <summary>The name, with any of its letters written as a number.</summary>
    [GeneratedRegex(
        "/(A|#41)(c|#63)(t|#74)(u|#75)(a|#61)(l|#6[cC])(T|#54)(e|#65)(x|#78)(t|#74)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Name();
}
