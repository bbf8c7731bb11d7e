using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Tests;

/// <summary>
/// A browser without script, as far as HTTP sees it: it keeps cookies, reads the hidden fields of the form that a page
/// shows and sends them back, and says that it comes from the same origin. It does not follow redirects.
/// </summary>
public sealed partial class PageVisit
{
    private readonly Func<HttpClient> _http;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <param name="server">Whose pages to visit.</param>
    /// <param name="session">The token of a session that was begun over the API; null for a visitor.</param>
    public PageVisit(RunningServer server, string? session = null)
        : this(() => server.Http, session) // another one after each start
    {
    }

    public PageVisit(HttpClient http, string? session = null)
        : this(() => http, session)
    {
    }

    private PageVisit(Func<HttpClient> http, string? session)
    {
        _http = http;
        if (session is not null)
        {
            _cookies["__Host-strongroom"] = session;
        }
    }

    /// <summary>The token of the session's cookie, as it is by now.</summary>
    public string? Session => _cookies.GetValueOrDefault("__Host-strongroom");

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Opens the page and sends its form, with the hidden fields that the page gave.</summary>
    /// <param name="path">Where the form is posted to.</param>
    /// <param name="shownAt">The page that shows the form; null where it is the same path.</param>
    /// <param name="fields">What is typed.</param>
    public async Task<Answer> SubmitAsync(
        string path, string? shownAt, params IEnumerable<(string Name, string Value)> fields)
    {
        Answer page = await GetAsync(shownAt ?? path);
        return await PostAsync(path, [.. HiddenOf(page), .. fields]);
    }

    /// <summary>Sends a form just as it is given.</summary>
    public async Task<Answer> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await SendAsync(HttpMethod.Post, path, form);
    }

    /// <summary>The two hidden fields of the last form of a page: the frame's own forms come first.</summary>
    public static IEnumerable<(string Name, string Value)> HiddenOf(Answer page)
    {
        foreach (string name in (string[])["__form", "__once"])
        {
            Match? last = Hidden().Matches(page.Body).LastOrDefault(match => match.Groups["name"].Value == name);
            if (last is not null)
            {
                yield return (name, WebUtility.HtmlDecode(last.Groups["value"].Value));
            }
        }
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        if (_cookies.Count > 0)
        {
            request.Headers.TryAddWithoutValidation(
                "Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        using HttpResponseMessage response = await _http().SendAsync(request, TestContext.Current.CancellationToken);
        Keep(response);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, text, response.Headers.Concat(response.Content.Headers)
            .ToDictionary(pair => pair.Key, pair => string.Join(',', pair.Value), StringComparer.OrdinalIgnoreCase));
    }

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies))
        {
            return;
        }

        foreach (string[] pair in cookies.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
        {
            if (pair[1].Length == 0)
            {
                _cookies.Remove(pair[0]);
            }
            else
            {
                _cookies[pair[0]] = pair[1];
            }
        }
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>__form|__once)" value="(?<value>[^"]*)"(?: /)?>""")]
    private static partial Regex Hidden();
}
