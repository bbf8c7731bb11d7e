using System.Globalization;
using System.Text.RegularExpressions;
using Strongroom.Redactor.Pdf;
using Strongroom.Redactor.Tests.Letters;

namespace Strongroom.Redactor.Tests;

public sealed partial class TypefaceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_letter_is_as_wide_as_it_is_drawn(int face)
    {
        char[] letters = [.. Enumerable.Range(33, 223).Select(code => (char)code)
            .Where(letter => letter is not '\u00AD' && Typeface.TryEncode(letter.ToString(), out _))];
        var sheet = new PdfSheet();
        for (int i = 0; i < letters.Length; i++)
        {
            sheet.Text(10 + (i % 10 * 60), 780 - (i / 10 * 32), new string(letters[i], 10), 5, face);
        }

        var file = new PdfFile();
        file.AddPage(sheet);
        using var folder = new WorkFolder();
        string words = ForeignReaders.Run("pdftotext", "-bbox", folder.Write("letters.pdf", file.ToBytes()), "-");

        int seen = 0;
        foreach (Match word in Word().Matches(words))
        {
            string text = System.Net.WebUtility.HtmlDecode(word.Groups["text"].Value);
            double drawn = Number(word, "right") - Number(word, "left");
            Assert.True(Typeface.TryEncode(text, out byte[] bytes));
            Assert.InRange(Typeface.All[face].Measure(bytes, 5000) / 1000.0, drawn - 0.2, drawn + 0.2);
            seen++;
        }

        Assert.InRange(seen, letters.Length - 12, letters.Length);
    }

    [Theory]
    [InlineData("Ada", true)]
    [InlineData("Zoë Ficción €", true)]
    [InlineData("ﬁ", true)] // a ligature is two letters
    [InlineData("Łódź", false)]
    [InlineData("\uD800", false)]
    [InlineData("\t", false)]
    public void Only_what_the_standard_typefaces_have_can_be_set(string text, bool canBeSet) =>
        Assert.Equal(canBeSet, Typeface.TryEncode(text, out _));

    private static double Number(Match match, string group) =>
        double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""<word xMin="(?<left>[0-9.]+)" yMin="[0-9.]+" xMax="(?<right>[0-9.]+)" yMax="[0-9.]+">(?<text>[^<]*)</word>""")]
    private static partial Regex Word();
}
