using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// A PDF in a folder of its own. A foreign one is looked over: it opens without a password, its pages are not too many, and
/// each is a sheet that can be drawn. The folder goes with it.
/// </summary>
internal sealed partial class PdfSource : IDisposable
{
    /// <summary>24 inches; a sheet of A2 is 16.5 by 23.4.</summary>
    private const double LargestSide = 24 * 72;
    private const int SignatureWithin = 1024;
    private const int NeedsPassword = 0;
    private readonly DirectoryInfo _folder;

    private PdfSource(DirectoryInfo folder)
    {
        _folder = folder;
        File = Path.Combine(folder.FullName, "document.pdf");
    }

    /// <summary>The file the programs read.</summary>
    public string File { get; private set; }

    /// <summary>The pages' sizes as they are seen upright: width and height in points.</summary>
    public IReadOnlyList<(double Width, double Height)> Pages { get; private set; } = [];

    /// <summary>Writes a document where the programs find it, and looks it over.</summary>
    /// <exception cref="RefusedException">It cannot be taken.</exception>
    public static PdfSource Open(ReadOnlySpan<byte> untrustedBytes, int maxPages)
    {
        ReadOnlySpan<byte> beginning = untrustedBytes[..Math.Min(SignatureWithin, untrustedBytes.Length)];
        if (beginning.IndexOf("%PDF-"u8) < 0)
        {
            throw new RefusedException(PaperRefusals.FormatUnknown);
        }

        PdfSource source = OpenCopy(untrustedBytes);
        try
        {
            source.LookOver(maxPages);
            return source;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Writes a copy of ours where the programs find it: its form is known, so nobody looks it over.</summary>
    public static PdfSource OpenCopy(ReadOnlySpan<byte> copy)
    {
        var source = new PdfSource(Directory.CreateTempSubdirectory("strongroom-"));
        try
        {
            System.IO.File.WriteAllBytes(source.File, copy);
            return source;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The words that a foreign document draws. Where it says others in their place, it is rewritten without them first, and
    /// drawn from what was rewritten from then on.
    /// </summary>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public DocumentText ReadWords()
    {
        string drawn = Path.Combine(_folder.FullName, "drawn.pdf");
        if (DisguisedText.TryTakeOff(File, drawn))
        {
            File = drawn;
        }

        (byte[] layout, IReadOnlySet<int> unnamed) = SideBySide.Run(
            () => DrawnWords.LayoutOf(File), () => UnnamedFonts.PagesOf(File, Pages.Count));
        return DrawnWords.Read(layout, Pages, unnamed);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Asks for the sizes of one page more than may be, in one go.</summary>
    private void LookOver(int maxPages)
    {
        string last = (maxPages + 1L).ToString(CultureInfo.InvariantCulture);
        if (Tool.Run("pdfinfo", out byte[] output, "-f", "1", "-l", last, File) != 0)
        {
            bool isLocked = Tool.Run("qpdf", out _, "--requires-password", File) == NeedsPassword;
            throw new RefusedException(isLocked ? PaperRefusals.Encrypted : PaperRefusals.Malformed);
        }

        string text = Encoding.Latin1.GetString(output);
        double count = Number(PageCount().Match(text), "count");
        if (count > maxPages)
        {
            throw new RefusedException(PaperRefusals.PagesTooMany);
        }

        Pages = count >= 1 ? ReadSizes(text, (int)count) : throw new RefusedException(PaperRefusals.Malformed);
        if (Pages.Any(page => page.Width > LargestSide || page.Height > LargestSide))
        {
            throw new RefusedException(PaperRefusals.PageTooLarge);
        }
    }

    private static List<(double Width, double Height)> ReadSizes(string text, int count)
    {
        MatchCollection sizes = Size().Matches(text);
        MatchCollection turns = Turn().Matches(text);
        return sizes.Count == count && turns.Count == count
            ? [.. sizes.Zip(turns).Select(pair => SizeOf(pair.First, pair.Second))]
            : throw new RefusedException(PaperRefusals.Malformed);
    }

    private static (double Width, double Height) SizeOf(Match size, Match turn)
    {
        (double width, double height) = (Number(size, "width"), Number(size, "height"));
        if (!(width >= 1 && height >= 1)) // nor is what is no number
        {
            throw new RefusedException(PaperRefusals.Malformed);
        }

        return Number(turn, "degrees") % 180 == 0 ? (width, height) : (height, width);
    }

    private static double Number(Match match, string group) =>
        double.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out double number)
            ? number
            : double.NaN;

    [GeneratedRegex("^Pages: +(?<count>[0-9]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PageCount();

    [GeneratedRegex(
        "^Page +[0-9]+ size: +(?<width>[0-9.e+]+) x (?<height>[0-9.e+]+) pts",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Size();

    [GeneratedRegex(
        "^Page +[0-9]+ rot: +(?<degrees>[0-9]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Turn();
}
