using System.Collections.Frozen;
using Strongroom.Recognition.Reading;

namespace Strongroom.Recognition.Customers;

/// <summary>
/// The forms of a name: order, initials, middle names, hyphens, marks, spelled-out umlauts, parts. What stands between
/// the words and their case is left to the comparison.
/// </summary>
internal static class NameVariants
{
    private static readonly FrozenSet<string> Ignored = (
        "mr mrs ms miss mx dr prof sir dame rev hon herr frau jr sr ii iii iv phd md esq dds").Split(' ').ToFrozenSet(
            StringComparer.Ordinal);

    private static readonly FrozenSet<string> Particles = (
        "van von der den de la le del della di da dos das du bin ibn al el ter ten st mac mc o d af av zu zur y e")
            .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word is a title, so that a family name alone after it says enough.</summary>
    public static bool IsTitle(ReadOnlySpan<char> folded) => folded.Length is >= 2 and <= 4 && Titles.Contains(folded);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ParticleLookup =
        Particles.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = (
        "mr mrs ms miss mx dr prof sir dame rev herr frau").Split(' ').ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is a particle of family names, which is often written small.</summary>
    public static bool IsParticle(ReadOnlySpan<char> folded) => folded.Length <= 3 && ParticleLookup.Contains(folded);

    /// <summary>All variants of a name as it is registered.</summary>
    public static IEnumerable<Variant> Of(string name)
    {
        string normal = NormalText.Of(Reorder(name)).Text;
        var variants = new HashSet<Variant>();
        foreach (string spelling in new[] { normal, SpelledOut(normal), Contracted(normal) })
        {
            Collect([.. Words(spelling)], variants);
        }

        return variants.Where(variant => variant.Text.Length >= 2);
    }

    private static void Collect(string[][] words, HashSet<Variant> variants)
    {
        string[] joined = [.. words.Select(parts => string.Concat(parts))];
        if (joined.Length == 1)
        {
            variants.Add(
                Make(joined[0].Length >= 4 ? VariantStrength.Full : VariantStrength.Capitalised, 1, joined[0]));
        }

        if (joined.Length < 2)
        {
            return;
        }

        int family = FamilyStart(joined);
        string surname = string.Concat(joined[family..]);
        string[] given = joined[..family];
        string initials = string.Concat(given.Select(word => word[0]));
        AddOrders(variants, VariantStrength.Full, string.Concat(given), surname);
        AddOrders(variants, VariantStrength.Full, given[0], surname);
        AddOrders(variants, VariantStrength.Full, given[0] + initials[1..], surname);
        AddOrders(variants, VariantStrength.Capitalised, initials, surname);
        AddOrders(variants, VariantStrength.Capitalised, initials[..1], surname);
        AddOrders(variants, VariantStrength.Capitalised, string.Concat(words[0].Select(part => part[0])), surname);
        variants.Add(Make(VariantStrength.InAddress, 2, given[0] + surname[0]));
        variants.Add(Make(VariantStrength.Part, 1, surname));
        AddParts(variants, joined, words);
    }

    private static void AddParts(HashSet<Variant> variants, string[] joined, string[][] words)
    {
        foreach (string part in joined.Concat(words.SelectMany(word => word)).Where(
            part => !Particles.Contains(part) && !char.IsAsciiDigit(part[0])))
        {
            variants.Add(Make(VariantStrength.Part, 1, part));
            if (part.Length > 1 && !string.Equals(part, joined[0], StringComparison.Ordinal))
            {
                AddOrders(variants, VariantStrength.Capitalised, joined[0], part);
            }
        }
    }

    private static void AddOrders(HashSet<Variant> variants, VariantStrength strength, string first, string last)
    {
        variants.Add(Make(strength, 2, first + last));
        variants.Add(Make(strength, 2, last + first));
    }

    private static Variant Make(VariantStrength strength, int count, string text) =>
        new(Variant.Words, text, strength, count);

    /// <summary>Where the family name begins: the last word, with the particles before it.</summary>
    private static int FamilyStart(string[] words)
    {
        int start = words.Length - 1;
        while (start > 1 && Particles.Contains(words[start - 1]))
        {
            start--;
        }

        return start;
    }

    /// <summary>Words between blanks, each in its parts between hyphens and apostrophes.</summary>
    private static IEnumerable<string[]> Words(string name)
    {
        var tokens = new TokenText();
        foreach (string word in name.Split([' ', '\t', '\r', '\n', ',', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            tokens.Read(NormalText.Of(word));
            string[] parts =
                [.. Enumerable.Range(0, tokens.Count).Select(token => tokens.Folded(token, token).ToString())];
            if (parts.Length > 0 && !Ignored.Contains(parts[0]))
            {
                yield return parts;
            }
        }
    }

    /// <summary>"Last, First" becomes "First Last".</summary>
    private static string Reorder(string name)
    {
        int comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? name : name[(comma + 1)..] + " " + name[..comma];
    }

    private static string SpelledOut(string name) => name
        .Replace("ä", "ae", StringComparison.OrdinalIgnoreCase).Replace("ö", "oe", StringComparison.OrdinalIgnoreCase)
        .Replace("ü", "ue", StringComparison.OrdinalIgnoreCase).Replace("ø", "oe", StringComparison.OrdinalIgnoreCase)
        .Replace("å", "aa", StringComparison.OrdinalIgnoreCase);

    private static string Contracted(string name) => name
        .Replace("ae", "a", StringComparison.OrdinalIgnoreCase).Replace("oe", "o", StringComparison.OrdinalIgnoreCase)
        .Replace("ue", "u", StringComparison.OrdinalIgnoreCase);
}
