using System.Globalization;
using System.Text;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// One of the standard typefaces (ISO 32000-2, 9.6.2.2), which every reader has, with the widths of its letters. Sizes and
/// lengths are in units of <see cref="PageArea"/>.
/// </summary>
internal sealed class Typeface
{
    private const int FirstByte = 32;
    private const int Em = 1000;

    private static readonly Encoding WinAnsi = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private readonly int[] _widths;

    private Typeface(int number, string name, int[] widths)
    {
        Number = number;
        Name = name;
        _widths = widths;
    }

    /// <summary>All that are used, by their numbers.</summary>
    public static IReadOnlyList<Typeface> All { get; } = Load();

    /// <summary>The face of labels: every letter is as wide as any other.</summary>
    public static Typeface OfLabels => All[^1];

    /// <summary>Its number in a document, from 0.</summary>
    public int Number { get; }

    /// <summary>Its name in a PDF.</summary>
    public string Name { get; }

    /// <summary>Writes a text as the standard typefaces have it.</summary>
    /// <param name="text">Without control characters.</param>
    /// <param name="bytes">The text in WinAnsiEncoding.</param>
    /// <returns>Whether they have all its letters.</returns>
    public static bool TryEncode(string text, out byte[] bytes)
    {
        try
        {
            bytes = WinAnsi.GetBytes(text.Normalize(NormalizationForm.FormKC));
            return Array.TrueForAll(bytes, value => value >= FirstByte && OfLabels._widths[value - FirstByte] > 0);
        }
        catch (ArgumentException) // a letter that they have not, or half a pair of surrogates
        {
            bytes = [];
            return false;
        }
    }

    /// <summary>How long a text is.</summary>
    /// <param name="bytes">From <see cref="TryEncode"/>.</param>
    /// <param name="size">The size it is set in.</param>
    public int Measure(ReadOnlySpan<byte> bytes, int size)
    {
        long sum = 0;
        foreach (byte value in bytes)
        {
            sum += _widths[value - FirstByte];
        }

        return (int)(sum * size / Em);
    }

    private static List<Typeface> Load()
    {
        using Stream stream = typeof(Typeface).Assembly.GetManifestResourceStream("Strongroom.Redactor.Pdf.typefaces.txt")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var faces = new List<Typeface>();
        while (reader.ReadLine() is { } line)
        {
            string[] parts = line.Split(' ');
            if (line.StartsWith('#'))
            {
                continue;
            }

            faces.Add(new Typeface(
                faces.Count, parts[0], [.. parts[1..].Select(part => int.Parse(part, CultureInfo.InvariantCulture))]));
        }

        return faces;
    }
}
