using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// Reads a copy as strictly as it is written: every byte is what <see cref="RedactedPdf"/> writes in that place, or the copy is
/// none. So there is no room for a script, an attachment, a date, an older version, or bytes between objects.
/// </summary>
internal sealed partial class WrittenForm
{
    private const long MostContent = 64 << 20;

    private readonly ReadOnlyMemory<byte> _copy;
    private readonly List<long> _places = [];
    private int _at;

    private WrittenForm(ReadOnlyMemory<byte> copy) => _copy = copy;

    /// <summary>The texts of all pages, set and unseen, in the order they are written.</summary>
    public StringBuilder Texts { get; } = new();

    /// <summary>Reads a copy.</summary>
    /// <returns>Null when it is not of the form.</returns>
    public static WrittenForm? Read(ReadOnlyMemory<byte> copy, int pageCount)
    {
        var form = new WrittenForm(copy);
        using var pattern = new RedactedPdf(pageCount);
        bool isOfForm = form.TakePrefix(pattern) && form.TakePages(pageCount) && form.TakeEnd();
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
            bool isPage = TakePage(out string width, out string height)
                && TakeObject(Stream(), out _, out byte[] content) && TakeContent(content, width, height)
                && TakeObject(Image(), out Match image, out byte[] pixels)
                && pixels.Length == ((Number(image, "width") + 1) / 2) * Number(image, "height");
            if (!isPage)
            {
                return false;
            }
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
    private bool TakeObject(Regex pattern, out Match match, out byte[] content)
    {
        match = pattern.Match(Beginning());
        content = [];
        if (!match.Success || Number(match, "number") != _places.Count + 1)
        {
            return false;
        }

        _places.Add(_at);
        _at += match.Length;
        int length = Number(match, "length");
        if (length < 0 || length > _copy.Length - _at || !TryUnpack(_copy.Slice(_at, length), out content))
        {
            return false;
        }

        _at += length;
        return Take("\nendstream\nendobj\n"u8);
    }

    private string Beginning()
    {
        const int LongestDictionary = 1024;
        ReadOnlySpan<byte> rest = _copy.Span[_at..];
        return Encoding.Latin1.GetString(rest[..Math.Min(LongestDictionary, rest.Length)]);
    }

    private bool TakeContent(byte[] content, string width, string height)
    {
        string picture = $"q {width} 0 0 {height} 0 0 cm /P Do Q\n";
        string text = Encoding.Latin1.GetString(content);
        if (!text.StartsWith(picture, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (string line in text[picture.Length..].TrimEnd('\n').Split('\n'))
        {
            Match match = Operators().Match(line);
            if (!match.Success)
            {
                return false;
            }

            if (match.Groups["set"].Success)
            {
                Texts.Append(Encoding.Latin1.GetString(Convert.FromHexString(match.Groups["set"].ValueSpan))).Append(' ');
            }
            else if (match.Groups["unseen"].Success)
            {
                Texts.Append(Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups["unseen"].ValueSpan)))
                    .Append(' ');
            }
        }

        return true;
    }

    private bool Take(ReadOnlySpan<byte> expected)
    {
        bool isThere = _copy.Span[_at..].StartsWith(expected);
        _at += isThere ? expected.Length : 0;
        return isThere;
    }

    /// <summary>Unpacks a stream, which must be what packing gives: many others unpack to the same.</summary>
    private static bool TryUnpack(ReadOnlyMemory<byte> packed, out byte[] content)
    {
        try
        {
            content = Unpack(packed);
        }
        catch (InvalidDataException)
        {
            content = [];
            return false;
        }

        return content.Length <= MostContent && packed.Span.SequenceEqual(PdfBytes.Pack(content));
    }

    private static byte[] Unpack(ReadOnlyMemory<byte> packed)
    {
        using var source = new MemoryStream(packed.ToArray());
        using var zlib = new ZLibStream(source, CompressionMode.Decompress);
        using var target = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = zlib.Read(buffer); read > 0 && target.Length <= MostContent; read = zlib.Read(buffer))
        {
            target.Write(buffer, 0, read);
        }

        return target.ToArray();
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out int number) ? number : -1;

    private const string Begin = @"\A(?<number>[1-9]\d{0,8}) 0 obj\n<< ";
    private const string Packed = @" /Filter /FlateDecode /Length (?<length>[1-9]\d{0,8}) >>\nstream\n";
    private const string Measure = @"-?\d{1,6}(\.\d{1,2})?";
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

    [GeneratedRegex(
        @"\A(BT|ET|3 Tr|[01] g /F\d " + Measure + @" Tf"
        + @"|1 0 0 1 " + Measure + " " + Measure + @" Tm <(?<set>([0-9A-F]{2})*)> Tj"
        + @"|/U " + Measure + @" Tf \d{1,9} Tz 1 0 0 1 " + Measure + " " + Measure + @" Tm"
        + @"|<(?<unseen>([0-9A-F]{4})*)> Tj)\z",
        Options, 10_000)]
    private static partial Regex Operators();
}
