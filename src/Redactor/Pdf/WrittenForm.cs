using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// Reads a copy as strictly as it is written: every byte is what <see cref="RedactedPdf"/> writes in that place, or the copy is
/// none. So there is no room for a script, an attachment, a date, an older version, or bytes between objects.
/// </summary>
internal sealed partial class WrittenForm
{
    /// <summary>A length as it stands in a PDF.</summary>
    public const string Measure = @"-?\d{1,6}(\.\d{1,2})?";

    private readonly ReadOnlyMemory<byte> _copy;
    private readonly List<long> _places = [];
    private readonly List<WrittenPage> _pages = [];
    private int _at;

    private WrittenForm(ReadOnlyMemory<byte> copy) => _copy = copy;

    /// <summary>The texts of all pages, set and unseen, in the order they are written.</summary>
    public string Texts { get; private set; } = string.Empty;

    /// <summary>The pages' upright sizes, in points.</summary>
    public IReadOnlyList<(double Width, double Height)> Sizes => [.. _pages.Select(page => page.Size)];

    /// <summary>Reads a copy.</summary>
    /// <returns>Null when it is not of the form.</returns>
    public static WrittenForm? Read(ReadOnlyMemory<byte> copy, int pageCount)
    {
        var form = new WrittenForm(copy);
        using var pattern = new RedactedPdf(pageCount);
        bool isOfForm = form.TakePrefix(pattern) && form.TakePages(pageCount) && form.TakeEnd() && form.ReadTexts();
        return isOfForm ? form : null;
    }

    private bool TakePrefix(RedactedPdf pattern)
    {
        byte[] prefix = pattern.SoFar(out IReadOnlyList<long> places);
        _places.AddRange(places);
        return Take(prefix);
    }

    private bool TakePages(int pageCount)
    {
        for (int page = 0; page < pageCount; page++)
        {
            if (!TakePage(out string width, out string height)
                || !TakeObject(Stream(), out _, out ReadOnlyMemory<byte> content)
                || !TakeObject(Image(), out Match image, out ReadOnlyMemory<byte> picture))
            {
                return false;
            }

            _pages.Add(new WrittenPage(
                width, height, content, picture, (Number(image, "width") + 1L) / 2 * Number(image, "height")));
        }

        return true;
    }

    private bool TakePage(out string width, out string height)
    {
        Match size = Page().Match(Beginning());
        (width, height) = (size.Groups["width"].Value, size.Groups["height"].Value);
        int number = _places.Count + 1;
        _places.Add(_at);
        return size.Success && Take(Encoding.Latin1.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{number} 0 obj\n<< {RedactedPdf.PageOf(number, $"[0 0 {width} {height}]")} >>\nendobj\n")));
    }

    private bool TakeEnd() => Take(RedactedPdf.End(_places, _at)) && _at == _copy.Length;

    /// <summary>Takes one object with a stream.</summary>
    private bool TakeObject(Regex pattern, out Match match, out ReadOnlyMemory<byte> packed)
    {
        match = pattern.Match(Beginning());
        packed = ReadOnlyMemory<byte>.Empty;
        if (!match.Success || Number(match, "number") != _places.Count + 1)
        {
            return false;
        }

        _places.Add(_at);
        _at += match.Length;
        int length = Number(match, "length");
        if (length < 0 || length > _copy.Length - _at)
        {
            return false;
        }

        packed = _copy.Slice(_at, length);
        _at += length;
        return Take("\nendstream\nendobj\n"u8);
    }

    /// <summary>What stands between the objects is as it must be; now for what is packed in them, a page a core.</summary>
    private bool ReadTexts()
    {
        string?[] texts = [.. _pages.AsParallel().AsOrdered().Select(page => page.ReadTexts())];
        Texts = string.Concat(texts);
        return Array.TrueForAll(texts, text => text is not null);
    }

    private string Beginning()
    {
        const int LongestDictionary = 1024;
        ReadOnlySpan<byte> rest = _copy.Span[_at..];
        return Encoding.Latin1.GetString(rest[..Math.Min(LongestDictionary, rest.Length)]);
    }

    private bool Take(ReadOnlySpan<byte> expected)
    {
        bool isThere = _copy.Span[_at..].StartsWith(expected);
        _at += isThere ? expected.Length : 0;
        return isThere;
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out int number) ? number : -1;

    private const string Begin = @"\A(?<number>[1-9]\d{0,8}) 0 obj\n<< ";
    private const string Packed = @" /Filter /FlateDecode /Length (?<length>[1-9]\d{0,8}) >>\nstream\n";
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        Begin + @"/Type /Page /Parent 2 0 R /MediaBox \[0 0 (?<width>" + Measure + ") (?<height>" + Measure + @")\]",
        Options, 10_000)]
    private static partial Regex Page();

    [GeneratedRegex(Begin + Packed, Options, 10_000)]
    private static partial Regex Stream();

    [GeneratedRegex(
        Begin + @"/Type /XObject /Subtype /Image /Width (?<width>[1-9]\d{0,5}) /Height (?<height>[1-9]\d{0,5}) "
        + "/ColorSpace /DeviceGray /BitsPerComponent 4" + Packed,
        Options, 10_000)]
    private static partial Regex Image();
}
