using System.Globalization;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>Where in a document the review is.</summary>
/// <param name="Page">The part; null for the first one with something left to decide.</param>
/// <param name="Box">The box that has the focus; null for the first one to decide.</param>
/// <param name="After">A box that was just decided: the first open one after it has the focus.</param>
internal sealed partial record ReviewPlace(int? Page, int? Box, int? After)
{
    /// <summary>Where the review shows a place in words, such as <c>page 2, line 5</c>; its beginning for a line alone.</summary>
    /// <param name="document">The path of the document.</param>
    /// <param name="place">The place.</param>
    public static string PathOf(string document, string place)
    {
        Match page = NamesPage().Match(place);
        return page.Success
            ? string.Create(CultureInfo.InvariantCulture, $"{document}/review?page={page.Groups["number"].Value}")
            : document + "/review";
    }

    [GeneratedRegex("\\bpage (?<number>[0-9]{1,6})\\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamesPage();
}
