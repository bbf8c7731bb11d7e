using System.Globalization;
using System.Text;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// Pages drawn by <c>pdftoppm</c> in grey and read off its standard output as they come, PGM after PGM: nothing of them
/// touches a disk.
/// </summary>
internal static class PagePictures
{
    /// <summary>Pixels an inch of what is drawn anew.</summary>
    public const int Fine = 200;

    /// <summary>Pixels an inch where only ink is looked for.</summary>
    public const int Coarse = 72;

    private const int UnitsPerInch = 72 * PageArea.UnitsPerPoint;
    private const int FewPages = 4;

    /// <summary>
    /// Draws all pages in order. Many are drawn by two programs, the odd ones and the even ones, on two cores.
    /// </summary>
    /// <exception cref="RefusedException">A page could not be drawn.</exception>
    public static IEnumerable<GreyPicture> Draw(string file, IReadOnlyList<PaperPage> pages, int dotsPerInch)
    {
        if (pages.Count < FewPages)
        {
            using Tool all = Start(file, dotsPerInch, 1, pages.Count);
            foreach (PaperPage page in pages)
            {
                yield return ReadOne(all.Output, page, dotsPerInch);
            }

            Finish(all);
            yield break;
        }

        using Tool odd = Start(file, dotsPerInch, 1, pages.Count, "-o");
        using Tool even = Start(file, dotsPerInch, 1, pages.Count, "-e");
        for (int i = 0; i < pages.Count; i++)
        {
            yield return ReadOne((i % 2 == 0 ? odd : even).Output, pages[i], dotsPerInch);
        }

        Finish(odd);
        Finish(even);
    }

    /// <summary>Draws one page.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="page">Its size.</param>
    /// <param name="number">From 1.</param>
    /// <param name="dotsPerInch">Pixels an inch.</param>
    /// <exception cref="RefusedException">It could not be drawn.</exception>
    public static GreyPicture DrawOne(string file, PaperPage page, int number, int dotsPerInch)
    {
        using Tool tool = Start(file, dotsPerInch, number, number);
        GreyPicture picture = ReadOne(tool.Output, page, dotsPerInch);
        Finish(tool);
        return picture;
    }

    /// <summary>Draws one page as PNG.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="page">From 1.</param>
    /// <param name="dotsPerInch">Pixels an inch.</param>
    /// <exception cref="RefusedException">It could not be drawn.</exception>
    public static byte[] DrawPng(string file, int page, int dotsPerInch)
    {
        string number = page.ToString(CultureInfo.InvariantCulture);
        string resolution = dotsPerInch.ToString(CultureInfo.InvariantCulture);
        int code = Tool.Run(
            "pdftoppm", out byte[] png, "-q", "-png", "-cropbox", "-r", resolution, "-f", number, "-l", number, file);
        return code == 0 && png.Length > 0 ? png : throw new RefusedException(PaperRefusals.Malformed);
    }

    /// <summary>How many pixels a length has.</summary>
    private static int Pixels(int units, int dotsPerInch) => (int)Math.Ceiling(units * (double)dotsPerInch / UnitsPerInch);


    private static Tool Start(string file, int dotsPerInch, int first, int last, params IEnumerable<string> which) =>
        Tool.Start(
            "pdftoppm",
            [
                "-q", "-gray", "-cropbox", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture),
                "-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture),
                .. which, file,
            ]);

    private static void Finish(Tool tool)
    {
        if (tool.Output.ReadByte() >= 0 || tool.WaitForEnd() != 0)
        {
            throw new RefusedException(PaperRefusals.Malformed);
        }
    }

    /// <summary>Reads one picture, which must be as large as its page.</summary>
    private static GreyPicture ReadOne(Stream output, PaperPage page, int dotsPerInch)
    {
        bool isGrey = ReadWord(output) == "P5";
        _ = int.TryParse(ReadWord(output), CultureInfo.InvariantCulture, out int width);
        _ = int.TryParse(ReadWord(output), CultureInfo.InvariantCulture, out int height);
        bool isByte = ReadWord(output) == "255";
        bool fits = Math.Abs(width - Pixels(page.Width, dotsPerInch)) <= 1
            && Math.Abs(height - Pixels(page.Height, dotsPerInch)) <= 1;
        if (!isGrey || !isByte || !fits || width < 1 || height < 1)
        {
            throw new RefusedException(PaperRefusals.Malformed);
        }

        byte[] pixels = GC.AllocateUninitializedArray<byte>(width * height);
        return output.ReadAtLeast(pixels, pixels.Length, throwOnEndOfStream: false) == pixels.Length
            ? new GreyPicture(pixels, width, dotsPerInch)
            : throw new RefusedException(PaperRefusals.Malformed);
    }

    private static string ReadWord(Stream output)
    {
        const int Longest = 16;
        var word = new StringBuilder();
        for (int value = output.ReadByte(); value > ' ' && word.Length < Longest; value = output.ReadByte())
        {
            word.Append((char)value);
        }

        return word.ToString();
    }
}
