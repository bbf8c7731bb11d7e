using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Server.Agreements;

/// <summary>
/// The one form of a text that is hashed and signed: lines end in LF and carry no white space at their end, one LF at
/// the very end,
/// no other control characters. Pure.
/// </summary>
internal static class CanonicalText
{
    /// <summary>In UTF-8 bytes.</summary>
    public const int Most = 64 * 1024;

    /// <summary>The text that a new installation begins with.</summary>
    public static string Default { get; } = ReadDefault();

    public static bool TryMake(string untrustedText, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (untrustedText.Length > Most || !IsUnicode(untrustedText))
        {
            return false;
        }

        IEnumerable<string> lines = untrustedText
            .TrimStart('\uFEFF')
            .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            .Split('\n').Select(line => line.TrimEnd());
        string joined = string.Join('\n', lines).Trim('\n') + "\n";
        bool fits = joined.Length > 1 && Encoding.UTF8.GetByteCount(joined) <= Most && !joined.Any(
            c => char.IsControl(c) && c != '\n');
        text = fits ? joined : null;
        return fits;
    }

    /// <summary>SHA-256 of the text's UTF-8 bytes.</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static bool IsUnicode(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    private static string ReadDefault()
    {
        using Stream stream = Assembly.GetExecutingAssembly()
            .GetManifestResourceStream("Strongroom.Server.Agreements.confidentiality-agreement.md")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return TryMake(reader.ReadToEnd(), out string? text)
            ? text
            : throw new InvalidOperationException("the embedded agreement is not canonical");
    }
}
