using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// A PDF in a folder of its own, looked over: it opens without a password, its pages are not too many, and each is a sheet
/// that can be drawn. The folder goes with it.
/// </summary>
internal sealed partial class PdfSource : IDisposable
{
    /// <summary>24 inches; a sheet of A2 is 16.5 by 23.4.</summary>
    private const double LargestSide = 24 * 72;
    private const int SignatureWithin = 1024;
    private const int NeedsPassword = 0;
    private readonly DirectoryInfo _folder;

    private PdfSource(DirectoryInfo folder) => _folder = folder;

    /// <summary>The file the programs read.</summary>
    public string File => Path.Combine(_folder.FullName, "document.pdf");

    /// <summary>The pages' sizes as they are seen upright: width and height in points.</summary>
    public IReadOnlyList<(double Width, double Height)> Pages { get; private set; } = [];

    /// <summary>Writes a document where the programs find it, and looks it over.</summary>
    /// <exception cref="RefusedException">It cannot be taken.</exception>
    public static PdfSource Open(ReadOnlySpan<byte> untrustedBytes, int maxPages) =>
        Open(untrustedBytes, maxPages, isForeign: true);

    /// <summary>Writes a copy of ours where the programs find it: what we do not write is not looked for.</summary>
    /// <exception cref="RefusedException">It is no PDF of so many pages.</exception>
    public static PdfSource OpenCopy(ReadOnlySpan<byte> copy, int pageCount) =>
        Open(copy, pageCount, isForeign: false);

    private static PdfSource Open(ReadOnlySpan<byte> untrustedBytes, int maxPages, bool isForeign)
    {
        ReadOnlySpan<byte> beginning = untrustedBytes[..Math.Min(SignatureWithin, untrustedBytes.Length)];
        if (beginning.IndexOf("%PDF-"u8) < 0)
        {
            throw new RefusedException(PaperRefusals.FormatUnknown);
        }

        var source = new PdfSource(Directory.CreateTempSubdirectory("strongroom-"));
        try
        {
            System.IO.File.WriteAllBytes(source.File, untrustedBytes);
            source.LookOver(maxPages);
            return isForeign && DisguisedText.IsIn(source.File)
                ? throw new RefusedException(PaperRefusals.Disguised)
                : source;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private void LookOver(int maxPages)
    {
        if (Tool.Run("qpdf", out _, "--requires-password", File) == NeedsPassword)
        {
            throw new RefusedException(PaperRefusals.Encrypted);
        }

        int count = CountPages();
        if (count > maxPages)
        {
            throw new RefusedException(PaperRefusals.PagesTooMany);
        }

        Pages = ReadSizes(count);
        if (Pages.Any(page => page.Width > LargestSide || page.Height > LargestSide))
        {
            throw new RefusedException(PaperRefusals.PageTooLarge);
        }
    }

    private int CountPages()
    {
        double count = Number(PageCount().Match(Describe()), "count");
        return count is >= 1 and <= int.MaxValue ? (int)count : throw new RefusedException(PaperRefusals.Malformed);
    }

    private List<(double Width, double Height)> ReadSizes(int count)
    {
        string text = Describe("-f", "1", "-l", count.ToString(CultureInfo.InvariantCulture));
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

    private string Describe(params IEnumerable<string> range)
    {
        int code = Tool.Run("pdfinfo", out byte[] output, [.. range, File]);
        return code == 0 ? Encoding.Latin1.GetString(output) : throw new RefusedException(PaperRefusals.Malformed);
    }

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
