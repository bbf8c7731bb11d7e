using System.Collections.Frozen;
using System.Text;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// The encodings that spreadsheets write. A byte order mark decides; without one a file is UTF-8 where it is valid
/// UTF-8, and Windows-1252 otherwise, in which every byte is a letter.
/// </summary>
internal static class ImportEncodings
{
    public const string Utf8 = "utf-8";
    public const string Utf16 = "utf-16le";
    public const string Utf16Reversed = "utf-16be";
    public const string Western = "windows-1252";

    private const int ChunkBytes = 64 * 1024;

    private static readonly FrozenDictionary<string, Encoding> All = new Dictionary<string, Encoding>(
        StringComparer.Ordinal)
    {
        [Utf8] = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        [Utf16] = new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [Utf16Reversed] = new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        [Western] = CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names, the likeliest first.</summary>
    public static IReadOnlyList<string> Names { get; } = [Utf8, Western, Utf16, Utf16Reversed];

    /// <summary>Whether it is one of the names.</summary>
    public static bool Has(string untrustedName) => All.ContainsKey(untrustedName);

    /// <summary>An encoding that refuses bytes which do not belong in it.</summary>
    public static Encoding Of(string? name) => All[name ?? Utf8];

    /// <summary>Reads a stream to its end and says how it is written.</summary>
    public static async Task<string> GuessAsync(Stream untrustedFile, CancellationToken cancellation)
    {
        byte[] bytes = new byte[ChunkBytes];
        char[] letters = new char[ChunkBytes + 1];
        Decoder decoder = Of(Utf8).GetDecoder();
        bool isFirst = true;
        while (true)
        {
            int read = await untrustedFile.ReadAtLeastAsync(bytes, bytes.Length, false, cancellation);
            if (isFirst && Mark(bytes.AsSpan(0, read)) is { } marked)
            {
                return marked;
            }

            isFirst = false;
            try
            {
                decoder.GetChars(bytes.AsSpan(0, read), letters, flush: read < bytes.Length);
            }
            catch (DecoderFallbackException)
            {
                return Western;
            }

            if (read < bytes.Length)
            {
                return Utf8;
            }
        }
    }

    private static string? Mark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8,
        [0xFF, 0xFE, ..] => Utf16,
        [0xFE, 0xFF, ..] => Utf16Reversed,
        _ => null,
    };
}
