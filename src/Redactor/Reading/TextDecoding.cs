using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace Strongroom.Redactor.Reading;

/// <summary>
/// Decodes UTF-8, and UTF-16 with its mark, strictly. Anything else, and NUL characters, are refused.
/// </summary>
internal static class TextDecoding
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];
    private static readonly byte[] LittleEndianMark = [0xFF, 0xFE];
    private static readonly byte[] BigEndianMark = [0xFE, 0xFF];

    private static readonly byte[][] OtherFormats =
    [
        "%PDF"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "{\\rtf"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0],
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], "GIF8"u8.ToArray(), [0x1F, 0x8B],
    ];

    /// <summary>Whether the bytes are of a format that only calls itself text.</summary>
    public static bool IsOtherFormat(ReadOnlySpan<byte> untrustedBytes)
    {
        foreach (byte[] magic in OtherFormats)
        {
            if (untrustedBytes.StartsWith(magic))
            {
                return true;
            }
        }

        return false;
    }

    public static bool TryDecode(ReadOnlySpan<byte> untrustedBytes, [NotNullWhen(true)] out string? text)
    {
        text = untrustedBytes.StartsWith(LittleEndianMark) ? DecodeUtf16(untrustedBytes[2..], isBigEndian: false)
            : untrustedBytes.StartsWith(BigEndianMark) ? DecodeUtf16(untrustedBytes[2..], isBigEndian: true)
            : DecodeUtf8(untrustedBytes.StartsWith(Utf8Mark) ? untrustedBytes[3..] : untrustedBytes);
        if (text is not null && text.Contains('\0', StringComparison.Ordinal))
        {
            text = null;
        }

        return text is not null;
    }

    private static string? DecodeUtf8(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;

    private static string? DecodeUtf16(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        if (bytes.Length % 2 != 0)
        {
            return null;
        }

        var characters = new char[bytes.Length / 2];
        for (int i = 0; i < characters.Length; i++)
        {
            ReadOnlySpan<byte> pair = bytes.Slice(i * 2, 2);
            characters[i] = (char)(isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(pair)
                : BinaryPrimitives.ReadUInt16LittleEndian(pair));
        }

        return ArePaired(characters) ? new string(characters) : null;
    }

    private static bool ArePaired(ReadOnlySpan<char> characters)
    {
        for (int i = 0; i < characters.Length; i++)
        {
            if (!char.IsSurrogate(characters[i]))
            {
                continue;
            }

            bool isPair = i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1]);
            if (!isPair)
            {
                return false;
            }

            i++;
        }

        return true;
    }
}
