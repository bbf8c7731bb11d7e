namespace Strongroom.Recognition.Customers;

/// <summary>Whether a window of words that equals a variant counts, by how it is written.</summary>
internal static class WordRule
{
    /// <summary>From this length on a name written as one word is no ordinary word.</summary>
    private const int LongWord = 9;
    private const int AddressReach = 64;

    public static bool Counts(TokenText tokens, int first, int last, RegisterSighting hit)
    {
        bool isJoined = first == last && hit.WordCount > 1;
        return hit.Strength switch
        {
            VariantStrength.Full when isJoined => IsHandle(tokens, first),
            VariantStrength.Full => true,
            VariantStrength.Capitalised when isJoined => IsInAddress(tokens.Text, tokens[last].End),
            VariantStrength.Capitalised or VariantStrength.Part =>
                AreCapitalised(tokens, first, last) || IsInAddress(tokens.Text, tokens[last].End),
            VariantStrength.InAddress => IsInAddress(tokens.Text, tokens[last].End),
            _ => false,
        };
    }

    /// <summary>A whole name in one word: long, with a capital inside, or as part of an address or path.</summary>
    private static bool IsHandle(TokenText tokens, int token)
    {
        ReadOnlySpan<char> word = tokens.Text.AsSpan(tokens[token].Start, tokens[token].End - tokens[token].Start);
        char before = tokens[token].Start > 0 ? tokens.Text[tokens[token].Start - 1] : ' ';
        bool isCamel = char.IsUpper(word[0]) && word[1..].ContainsAnyInRange('A', 'Z') && word.ContainsAnyInRange(
            'a', 'z');
        return word.Length >= LongWord || isCamel || before is '@' or '/' or '\\'
            || IsInAddress(tokens.Text, tokens[token].End);
    }

    private static bool AreCapitalised(TokenText tokens, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            bool isSmall = !tokens[i].IsDigits && char.IsLower(tokens.Text[tokens[i].Start])
                && !(i > first && IsBroken(tokens, i));
            if (isSmall && (first == last || !NameVariants.IsParticle(tokens.Folded(i, i))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a token goes on with a word that was hyphenated at the end of a line.</summary>
    private static bool IsBroken(TokenText tokens, int token)
    {
        ReadOnlySpan<char> gap = tokens.Text.AsSpan(tokens[token - 1].End..tokens[token].Start);
        return gap.StartsWith("-") && gap.Contains('\n') && gap[1..].IsWhiteSpace();
    }

    /// <summary>Whether an @ follows with nothing between that ends an address.</summary>
    private static bool IsInAddress(ReadOnlySpan<char> text, int end)
    {
        int stop = Math.Min(text.Length, end + AddressReach);
        for (int i = end; i < stop; i++)
        {
            if (text[i] == '@')
            {
                return true;
            }

            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('.' or '_' or '-' or '+' or '%'))
            {
                return false;
            }
        }

        return false;
    }
}
