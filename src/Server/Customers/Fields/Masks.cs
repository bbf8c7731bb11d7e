namespace Strongroom.Server.Customers.Fields;

/// <summary>What a masked value shows. Dots stand in fixed rows, so that no mask tells a length.</summary>
internal static class Masks
{
    private const string Dots = "••••";

    public static string Of(FieldMask mask, string text) => mask switch
    {
        FieldMask.Initials => Initials(text),
        FieldMask.LastFour => LastFour(text),
        FieldMask.Email => Email(text),
        FieldMask.Year => "••.••." + text[..4],
        _ => Dots,
    };

    /// <summary>
    /// First six and last four digits; shorter numbers show fewer, so that four digits at least stay hidden.
    /// </summary>
    public static string Card(string digits) => digits.Length >= 14
        ? $"{digits[..6]}{Dots}{digits[^4..]}"
        : $"{Dots}{digits[^4..]}";

    public static string Region(string? region, string? country) =>
        string.Join(", ", new[] { region, country }.Where(part => !string.IsNullOrEmpty(part)).DefaultIfEmpty(Dots));

    /// <summary>The last four of what has at least eight characters; nothing of what is shorter.</summary>
    private static string LastFour(string text)
    {
        string kept = string.Concat(text.Where(char.IsLetterOrDigit));
        return kept.Length >= 8 ? Dots + kept[^4..] : Dots;
    }

    private static string Initials(string text) => string.Join(' ', text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.IsHighSurrogate(word[0]) && word.Length > 1 ? word[..2] + "…" : word[0] + "…"));

    private static string Email(string text)
    {
        int at = text.LastIndexOf('@');
        int dot = text.LastIndexOf('.');
        return $"{text[0]}…@…{(dot > at ? text[dot..] : string.Empty)}";
    }
}
