using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// Finds pages with a font whose letters the document gives no names (ISO 32000-2, 9.10.2: neither a map to Unicode nor an
/// encoding that has one), by <c>pdffonts</c>. Whoever reads their codes as letters reads other words than are seen, so such a
/// page has no words: what is on it is ink that nobody can read.
/// </summary>
internal static partial class UnnamedFonts
{
    /// <summary>The pages, from 0.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="pageCount">How many it has.</param>
    /// <exception cref="RefusedException">Its fonts cannot be listed.</exception>
    public static IReadOnlySet<int> PagesOf(string file, int pageCount)
    {
        var pages = new HashSet<int>();
        if (!AreOn(file, 1, pageCount))
        {
            return pages;
        }

        for (int page = 1; page <= pageCount; page++)
        {
            if (AreOn(file, page, page))
            {
                pages.Add(page - 1);
            }
        }

        return pages;
    }

    private static bool AreOn(string file, int first, int last)
    {
        int code = Tool.Run(
            "pdffonts", out byte[] output, "-f", first.ToString(CultureInfo.InvariantCulture), "-l",
            last.ToString(CultureInfo.InvariantCulture), file);
        return code == 0
            ? Unnamed().IsMatch(Encoding.Latin1.GetString(output))
            : throw new RefusedException(PaperRefusals.Malformed);
    }

    /// <summary>The end of a row: type, encoding, embedded, subset, a map to Unicode ("no"), and where the font stands.</summary>
    [GeneratedRegex(
        @"(CID \w+( \w+)?( \(OT\))? +Identity\S*|Type 3 +\S+|TrueType( \(OT\))? +(Custom|Builtin)) +(yes|no) +(yes|no) +no +[\d\[]",
        RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Unnamed();
}
