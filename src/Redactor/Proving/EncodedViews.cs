using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Strongroom.Redactor.Proving;

/// <summary>The readings of a text in which a value may hide: each undoes one encoding wherever it occurs.</summary>
internal static partial class EncodedViews
{
    private const int ShortestRun = 8;
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly SearchValues<char> Base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_\r\n");

    /// <summary>Bytes written as pairs of hexadecimal digits, at both alignments.</summary>
    public static DecodedRuns Hex(string text) => Runs(text, Hexadecimal, (run, decoded) =>
    {
        for (int shift = 0; shift < 2; shift++)
        {
            int even = (run.Length - shift) & ~1;
            decoded.Add(Convert.FromHexString(run.AsSpan(shift, even)));
        }
    });

    /// <summary>Base64 in either alphabet, with line breaks inside, at all four places of a group.</summary>
    public static DecodedRuns FromBase64(string text) => Runs(text, Base64, (run, decoded) =>
    {
        string compact = run.Replace("\r", string.Empty, StringComparison.Ordinal).Replace(
            "\n", string.Empty, StringComparison.Ordinal)
            .Replace('-', '+').Replace('_', '/');
        for (int shift = 0; shift < 4 && compact.Length - shift >= 4; shift++)
        {
            string part = compact[shift..];
            part = part.Length % 4 == 1 ? part[..^1] : part;
            decoded.Add(Convert.FromBase64String(part + new string('=', (4 - (part.Length % 4)) % 4)));
        }
    });

    /// <summary>Percent-encoding, and the plus sign for a blank.</summary>
    public static string? Percent(string text) =>
        text.Contains('%', StringComparison.Ordinal) ? WebUtility.UrlDecode(text) : null;

    /// <summary>JSON escapes.</summary>
    public static string? Json(string text) => text.Contains('\\', StringComparison.Ordinal)
        ? JsonEscape().Replace(text, match => Character(match.ValueSpan[2..], NumberStyles.HexNumber)).Replace(
            "\\/", "/", StringComparison.Ordinal)
        : null;

    /// <summary>Character references of XML and HTML.</summary>
    public static string? Xml(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : null;

    /// <summary>Quoted-printable, soft line breaks included.</summary>
    public static string? QuotedPrintable(string text)
    {
        if (!text.Contains('=', StringComparison.Ordinal))
        {
            return null;
        }

        string joined = SoftBreak().Replace(text, string.Empty);
        return QuotedByte().Replace(joined, match =>
            Encoding.UTF8.GetString(
                Convert.FromHexString(match.Value.Replace("=", string.Empty, StringComparison.Ordinal))));
    }

    /// <summary>The written bytes read as UTF-16, at both alignments, one after the other.</summary>
    public static string Utf16(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        Encoding encoding = isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        return encoding.GetString(bytes) + "\n" + (bytes.IsEmpty ? string.Empty : encoding.GetString(bytes[1..]));
    }

    private static DecodedRuns Runs(string text, SearchValues<char> alphabet, Action<string, DecodedRuns> decode)
    {
        var decoded = new DecodedRuns();
        for (int i = 0; i < text.Length;)
        {
            int start = text.AsSpan(i).IndexOfAny(alphabet);
            if (start < 0)
            {
                break;
            }

            start += i;
            int length = text.AsSpan(start).IndexOfAnyExcept(alphabet);
            length = length < 0 ? text.Length - start : length;
            if (length >= ShortestRun)
            {
                decode(text.Substring(start, length), decoded);
            }

            i = start + length;
        }

        return decoded;
    }

    private static string Character(ReadOnlySpan<char> number, NumberStyles style) =>
        ((char)ushort.Parse(number, style, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex(@"\\u[0-9a-fA-F]{4}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex JsonEscape();

    [GeneratedRegex(@"=[ \t]*\r?\n", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SoftBreak();

    [GeneratedRegex("(=[0-9a-fA-F]{2})+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex QuotedByte();
}
