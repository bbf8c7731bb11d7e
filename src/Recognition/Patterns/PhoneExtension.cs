namespace Strongroom.Recognition.Patterns;

/// <summary>The extension behind a telephone number: <c>ext. 12</c>, <c>x12</c>, <c>extension 12</c>.</summary>
internal static class PhoneExtension
{
    private const int Longest = 6;
    private static readonly string[] Words = ["extension", "ext.", "ext", "x"];

    /// <summary>Where a number with its extension ends.</summary>
    public static int End(ReadOnlySpan<char> text, int end)
    {
        int at = SkipBlanks(text, end);
        foreach (string word in Words)
        {
            if (!text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            int start = SkipBlanks(text, at + word.Length);
            int last = start;
            while (last < text.Length && char.IsAsciiDigit(text[last]))
            {
                last++;
            }

            return last > start && last - start <= Longest ? last : end;
        }

        return end;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        int stop = Math.Min(text.Length, at + 3);
        while (at < stop && text[at] is ' ' or ',' or ':')
        {
            at++;
        }

        return at;
    }
}
