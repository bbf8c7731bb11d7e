using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Patterns;

/// <summary>What Strongroom itself writes into a document is never a finding: customer codes and labels.</summary>
public static class ProductText
{
    /// <summary>Whether a place lies in a customer code.</summary>
    internal static bool IsCode(string text, int place)
    {
        int start = place;
        int end = place;
        while (start > 0 && place - start <= CustomerCode.TextLength && IsCodePart(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && end - start <= CustomerCode.TextLength && IsCodePart(text[end]))
        {
            end++;
        }

        return end - start == CustomerCode.TextLength && IsCode(text.AsSpan(start, end - start));
    }

    /// <summary>Whether a place lies in a customer code or right behind the bracket of a label.</summary>
    public static bool IsOurs(string text, int place)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (place > 0 && text[place - 1] == '[')
        {
            int close = text.AsSpan(place).IndexOf(']');
            return close is > 0 and < CustomerCode.TextLength && RedactionLabels.IsLabel(
                text.Substring(place - 1, close + 2));
        }

        return IsCode(text, place);
    }

    /// <summary>Whether a text is nothing but a code or a label.</summary>
    internal static bool IsProduct(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> trimmed = text.Trim();
        return IsCode(trimmed) || (trimmed.StartsWith('[') && RedactionLabels.IsLabel(trimmed.ToString()));
    }

    private static bool IsCode(ReadOnlySpan<char> text) =>
        text.Length == CustomerCode.TextLength && text[4] == '-' && text[9] == '-' && text[14] == '-'
        && CustomerCode.TryParse(text.ToString(), null, out _);

    private static bool IsCodePart(char character) => char.IsAsciiLetterOrDigit(character) || character == '-';
}
