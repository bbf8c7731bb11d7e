using System.Buffers;

namespace Strongroom.Server.Staff;

/// <summary>Names of series and field kinds: lower-case letters, digits and dashes, a letter first.</summary>
internal static class Slug
{
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static bool IsSlug(ReadOnlySpan<char> untrustedName, int most) =>
        untrustedName.Length > 0 && untrustedName.Length <= most
        && char.IsAsciiLetterLower(untrustedName[0]) && !untrustedName.ContainsAnyExcept(Alphabet);
}
