using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Strongroom.Server.Intake.Listener;

/// <summary>
/// Reads <c>application/x-www-form-urlencoded</c> strictly: the base library replaces what is no UTF-8 and takes what is
/// no percent sign for one, and then a value is kept that nobody typed. Pure.
/// </summary>
internal static class FormBody
{
    private const int MostFields = 200;
    private const int LongestName = 100;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The values by name; false where it is malformed, a name comes twice, or there are too many.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> untrustedBody, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? fields)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        fields = null;
        while (!untrustedBody.IsEmpty)
        {
            int end = untrustedBody.IndexOf((byte)'&');
            ReadOnlySpan<byte> pair = end < 0 ? untrustedBody : untrustedBody[..end];
            untrustedBody = end < 0 ? default : untrustedBody[(end + 1)..];
            if (!TryReadPair(pair, out string? name, out string? value)
                || read.Count == MostFields || !read.TryAdd(name, value))
            {
                return false;
            }
        }

        fields = read;
        return true;
    }

    private static bool TryReadPair(
        ReadOnlySpan<byte> pair, [NotNullWhen(true)] out string? name, [NotNullWhen(true)] out string? value)
    {
        int equals = pair.IndexOf((byte)'=');
        value = null;
        name = null;
        return equals > 0
            && TryDecode(pair[..equals], out name) && name.Length <= LongestName
            && TryDecode(pair[(equals + 1)..], out value);
    }

    private static bool TryDecode(ReadOnlySpan<byte> escaped, [NotNullWhen(true)] out string? text)
    {
        byte[] bytes = new byte[escaped.Length];
        int length = 0;
        text = null;
        for (int i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '%')
            {
                if (i + 2 >= escaped.Length || !TryReadHex(escaped[i + 1], escaped[i + 2], out bytes[length]))
                {
                    return false;
                }

                i += 2;
            }
            else
            {
                bytes[length] = escaped[i] == '+' ? (byte)' ' : escaped[i];
            }

            length++;
        }

        try
        {
            text = Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        return true;
    }

    private static bool TryReadHex(byte high, byte low, out byte value)
    {
        bool isHex = char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low);
        value = isHex ? (byte)(HexValue(high) << 4 | HexValue(low)) : (byte)0;
        return isHex;
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
