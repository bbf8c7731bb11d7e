using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Strongroom.Vocabulary;

/// <summary>
/// The text form that all ids share: a prefix that says what it is, a dash, 32 lower-case hexadecimal digits.
/// </summary>
internal static class IdText
{
    private const int Digits = 32;

    // One text form an id: upper-case digits would be a second name of the same thing.
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("0123456789abcdef");

    public static string Format(string prefix, Guid value) => $"{prefix}-{value:N}";

    public static bool TryParse(string prefix, string? untrustedText, out Guid value)
    {
        value = default;
        ReadOnlySpan<char> text = untrustedText;
        if (text.Length != prefix.Length + 1 + Digits || !text.StartsWith(prefix) || text[prefix.Length] != '-')
        {
            return false;
        }

        ReadOnlySpan<char> digits = text[(prefix.Length + 1)..];
        return !digits.ContainsAnyExcept(Alphabet) && Guid.TryParseExact(digits, "N", out value);
    }

    /// <summary>Throws without the text, which may be personal.</summary>
    [DoesNotReturn]
    public static void ThrowMalformed(string prefix) =>
        throw new FormatException($"this is not a {prefix} id: expected {prefix}- and 32 hexadecimal digits");
}
