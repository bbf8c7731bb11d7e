using System.Globalization;
using System.Text;
using System.Xml;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// The words of a PDF and where they are drawn, from <c>pdftotext -bbox-layout</c>: the same engine that draws the pages
/// names their words, so that nothing is seen that is not read. One segment a page; a line ends in "\n", a block in "\n\n".
/// </summary>
internal sealed class DrawnWords
{
    private readonly List<TextSegment> _segments = [];
    private readonly List<PaperPage> _pages = [];
    private readonly StringBuilder _text = new();
    private readonly List<PageWord> _words = [];
    private readonly IReadOnlySet<int> _unnamed;
    private (int Width, int Height) _size;

    private DrawnWords(IReadOnlySet<int> unnamed) => _unnamed = unnamed;

    /// <summary>What <c>pdftotext</c> says of a file.</summary>
    /// <param name="file">The PDF.</param>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public static byte[] LayoutOf(string file) => Tool.Run("pdftotext", out byte[] output, "-bbox-layout", "-cropbox", file, "-") == 0
        ? output
        : throw new RefusedException(PaperRefusals.Malformed);

    /// <summary>Reads all pages.</summary>
    /// <param name="layout">From <see cref="LayoutOf"/>.</param>
    /// <param name="sizes">The pages' upright sizes, in points.</param>
    /// <param name="unnamed">The pages, from 0, whose letters have no names; in a copy of ours there are none.</param>
    /// <exception cref="RefusedException">They are not those pages.</exception>
    public static DocumentText Read(
        byte[] layout, IReadOnlyList<(double Width, double Height)> sizes, IReadOnlySet<int>? unnamed = null)
    {
        var words = new DrawnWords(unnamed ?? new HashSet<int>());
        words.ReadAll(Cleaned(Encoding.UTF8.GetString(layout)), sizes);
        return words._pages.Count == sizes.Count
            ? new DocumentText { Format = PaperFormat.Pdf, Segments = words._segments, Pages = words._pages }
            : throw new RefusedException(PaperRefusals.Malformed);
    }

    /// <summary>A length in points, in units of <see cref="PageArea"/>.</summary>
    public static int Units(double points) => (int)Math.Round(points * PageArea.UnitsPerPoint);

    /// <summary>Control characters are no XML, but a font may well name them.</summary>
    private static string Cleaned(string text) => string.Create(text.Length, text, static (clean, source) =>
    {
        for (int i = 0; i < source.Length; i++)
        {
            bool isAllowed = source[i] is '\n' or '\r' or '\t' or (>= ' ' and < '\uFFFE') && !IsLone(source, i);
            clean[i] = isAllowed ? source[i] : '\uFFFD';
        }
    });

    private static bool IsLone(string text, int place) => char.IsHighSurrogate(text[place])
        ? place + 1 >= text.Length || !char.IsLowSurrogate(text[place + 1])
        : char.IsLowSurrogate(text[place]) && (place == 0 || !char.IsHighSurrogate(text[place - 1]));

    private void ReadAll(string xml, IReadOnlyList<(double Width, double Height)> sizes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Begin(reader, sizes);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                End(reader.Name);
            }
        }
    }

    private void Begin(XmlReader reader, IReadOnlyList<(double Width, double Height)> sizes)
    {
        if (reader.Name == "page" && _pages.Count < sizes.Count)
        {
            (double width, double height) = sizes[_pages.Count];
            _size = (Units(width), Units(height));
            if (reader.IsEmptyElement)
            {
                End("page");
            }
        }
        else if (reader.Name == "word" && !reader.IsEmptyElement)
        {
            PageArea area = AreaOf(reader);
            AddWord(reader.ReadString(), area);
        }
    }

    /// <summary>A word that a font names no letters for is none: its ink is then found as ink that nobody can read.</summary>
    private void AddWord(string word, PageArea area)
    {
        bool isNamed = !_unnamed.Contains(_pages.Count) && word.EnumerateRunes().All(IsNamed);
        if (string.IsNullOrWhiteSpace(word) || area.IsEmpty || !isNamed)
        {
            return;
        }

        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append(' ');
        }

        _words.Add(new PageWord(_text.Length, _text.Length + word.Length, area));
        _text.Append(word);
    }

    private static bool IsNamed(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private void End(string element)
    {
        if (element == "line")
        {
            EndWith(1);
        }
        else if (element == "block")
        {
            EndWith(2);
        }
        else if (element == "page")
        {
            _segments.Add(new TextSegment { Text = _text.ToString(), Number = _segments.Count + 1 });
            _pages.Add(new PaperPage { Width = _size.Width, Height = _size.Height, Words = [.. _words] });
            _text.Clear();
            _words.Clear();
        }
    }

    private void EndWith(int breaks)
    {
        for (int i = 1; i <= breaks && _text.Length >= i; i++)
        {
            if (_text[^i] != '\n')
            {
                _text.Append('\n', breaks - i + 1);
                return;
            }
        }
    }

    private PageArea AreaOf(XmlReader reader)
    {
        (int left, int top) = (Edge(reader, "xMin", Math.Floor), Edge(reader, "yMin", Math.Floor));
        (int right, int bottom) = (Edge(reader, "xMax", Math.Ceiling), Edge(reader, "yMax", Math.Ceiling));
        left = Math.Clamp(left, 0, _size.Width);
        top = Math.Clamp(top, 0, _size.Height);
        return new PageArea(left, top, Math.Clamp(right, left, _size.Width), Math.Clamp(bottom, top, _size.Height));
    }

    private static int Edge(XmlReader reader, string name, Func<double, double> round) =>
        double.TryParse(reader.GetAttribute(name), CultureInfo.InvariantCulture, out double points)
        && Math.Abs(points) < 1_000_000
            ? (int)round(points * PageArea.UnitsPerPoint)
            : throw new RefusedException(PaperRefusals.Malformed);
}
