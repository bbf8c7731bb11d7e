namespace Strongroom.Vocabulary;

/// <summary>Crockford's base 32: the 32 characters of customer codes, without I, L, O and U.</summary>
internal static class CodeAlphabet
{
    public const string Characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>
    /// The value 0 to 31 of a character as people type it (either case, O for 0, I and L for 1), or -1.
    /// </summary>
    public static int ValueOf(char character) => char.ToUpperInvariant(character) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var upper => Characters.IndexOf(upper, StringComparison.Ordinal),
    };
}
