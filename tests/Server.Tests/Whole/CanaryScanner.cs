using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Strongroom.Server.Tests.Whole;

/// <summary>
/// Looks for planted values in bytes: plain, UTF-16 of both orders, hexadecimal, base64 at each alignment, reversed,
/// and numbers without their separators. Letters are compared without their case.
/// </summary>
internal sealed class CanaryScanner
{
    private const int FewestDigits = 8;

    private readonly Dictionary<string, string> _patterns = new(StringComparer.OrdinalIgnoreCase);
    private readonly SearchValues<string> _search;

    public CanaryScanner(IEnumerable<string> canaries)
    {
        foreach (string canary in canaries)
        {
            foreach (string form in Forms(canary))
            {
                Encodings(form).ToList().ForEach(pattern => _patterns.TryAdd(pattern, canary));
            }
        }

        _search = SearchValues.Create([.. _patterns.Keys], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// What of the planted values is in any file of a folder, as <c>file: value</c>; empty where nothing is.
    /// </summary>
    public IReadOnlyList<string> FindInFolder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(file =>
            Find(File.ReadAllBytes(file)).Concat(Find(Encoding.UTF8.GetBytes(file))).Distinct().Select(
                found => $"{file}: {found}")),
    ];

    public IReadOnlyList<string> Find(ReadOnlySpan<byte> bytes)
    {
        // Every byte is one character, so that bytes that are no text are searched too.
        string text = Encoding.Latin1.GetString(bytes);
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (int at = 0, next; (next = text.AsSpan(at).IndexOfAny(_search)) >= 0; at++)
        {
            at += next;
            found.UnionWith(_patterns.Where(pair =>
                text.AsSpan(at).StartsWith(pair.Key, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value));
        }

        return [.. found];
    }

    /// <summary>The bytes of a value in every form that is looked for.</summary>
    public static IEnumerable<byte[]> AllForms(string canary) =>
        Forms(canary).SelectMany(Encodings).Select(Encoding.Latin1.GetBytes);

    private static IEnumerable<string> Forms(string canary)
    {
        yield return canary;
        string digits = string.Concat(canary.Where(char.IsAsciiDigit));
        if (digits.Length >= FewestDigits && digits.Length >= canary.Length / 2)
        {
            yield return digits;
        }
    }

    private static IEnumerable<string> Encodings(string text)
    {
        char[] reversed = text.ToCharArray();
        Array.Reverse(reversed);
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        List<byte[]> plain = [utf8, Encoding.Unicode.GetBytes(text), Encoding.BigEndianUnicode.GetBytes(
            text), Encoding.UTF8.GetBytes(reversed)];
        foreach (byte[] bytes in plain)
        {
            yield return Encoding.Latin1.GetString(bytes);
            yield return Convert.ToHexString(bytes);
            for (int before = 0; before < 3; before++)
            {
                yield return Base64(bytes, before);
                yield return Base64(bytes, before).Replace('+', '-').Replace('/', '_');
            }
        }

        yield return Encoding.Latin1.GetString(Compressed(utf8));
    }

    /// <summary>
    /// The characters of base64 that depend on the value alone, with so many bytes of something else before it.
    /// </summary>
    private static string Base64(byte[] bytes, int before)
    {
        string all = Convert.ToBase64String([.. new byte[before], .. bytes]);
        int first = before == 0 ? 0 : before + 1;
        int last = (before + bytes.Length) * 8 / 6;
        return all[first..last];
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal))
        {
            deflate.Write(bytes);
        }

        return packed.ToArray();
    }
}
