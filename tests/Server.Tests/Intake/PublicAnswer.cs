using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Tests.Intake;

/// <summary>What the public listener answered, and what a browser would read from it.</summary>
internal sealed partial record PublicAnswer(int Status, string Html, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The code on a receipt.</summary>
    public string Code => Receipt().Match(Html) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException($"no receipt: {Status}\n{Html}");

    public bool IsReceipt => Receipt().IsMatch(Html);

    /// <summary>The hidden fields of the form.</summary>
    public Dictionary<string, string> Hidden => Hiddens().Matches(Html).ToDictionary(
        match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));

    public static async Task<PublicAnswer> OfAsync(HttpResponseMessage response)
    {
        string html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(
            pair => pair.Key, pair => string.Join(',', pair.Value));
        return new PublicAnswer((int)response.StatusCode, html, headers);
    }

    [GeneratedRegex("<p class=\"code\"[^>]*>([0-9A-Z-]{17})</p>")]
    private static partial Regex Receipt();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hiddens();
}
