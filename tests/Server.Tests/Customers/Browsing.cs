using System.Net;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Tests.Customers;

/// <summary>A browser without script: keeps cookies, sends the forms that it was shown.</summary>
public sealed partial class Browsing : IDisposable
{
    private readonly HttpClient _http;
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };

    /// <summary>Whoever the token belongs to, at the server.</summary>
    public Browsing(RunningServer server, string token)
    {
        ArgumentNullException.ThrowIfNull(server);
#pragma warning disable MA0039, CA5400 // The throw-away authority of the test has no revocation list.
        _handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        _http = new HttpClient(_handler) { BaseAddress = server.Http.BaseAddress };
#pragma warning restore MA0039, CA5400
        _handler.CookieContainer.Add(
            server.Http.BaseAddress!, new Cookie("__Host-strongroom", token, "/") { Secure = true });
    }

    public async Task<Answer> GetAsync(string path) =>
        await ReadAsync(await _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    /// <summary>Opens the page that shows the form, then sends it with these fields.</summary>
    public async Task<Answer> SendAsync(string shownAt, string path, params (string Name, string Value)[] fields)
    {
        string page = (await GetAsync(shownAt)).Body;
        string form = FormTo(path, page);
        IEnumerable<KeyValuePair<string, string>> hidden = Hidden().Matches(form).Select(
            match => KeyValuePair.Create(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)));
        using var content = new FormUrlEncodedContent(hidden
            .Where(pair => fields.All(field => field.Name != pair.Key))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return await ReadAsync(await _http.PostAsync(
            new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private static string FormTo(string path, string page)
    {
        int at = page.IndexOf($"action=\"{path}\"", StringComparison.Ordinal);
        Assert.True(at >= 0, "the page shows no such form");
        return page[at..page.IndexOf("</form>", at, StringComparison.Ordinal)];
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new Answer(
                (int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                response.Headers.ToDictionary(pair => pair.Key, pair => string.Join(',', pair.Value)));
        }
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
