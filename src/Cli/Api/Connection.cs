using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Strongroom.Cli.Api;

/// <summary>One caller's connection to a server: sends JSON, follows the renewal of a session, turns refusals into exit
/// codes.</summary>
internal sealed class Connection : IDisposable
{
    private const string Cookie = "__Host-strongroom=";
    private const string Api = "/api/v1/";
    private readonly HttpClient _http;

    public Connection(Uri server, string? certificateFile)
    {
        Server = server;
        CertificateFile = certificateFile;
        _http = new HttpClient(CertificateTrust.Handler(certificateFile), disposeHandler: true)
        {
            BaseAddress = server,
            Timeout = TimeSpan.FromMinutes(10),
        };
    }

    public Uri Server { get; }

    public string? CertificateFile { get; }

    /// <summary>The key of a service account; it goes before a session.</summary>
    public string? Key { get; set; }

    /// <summary>The session's token; the server renews it at a step-up.</summary>
    public string? Session { get; private set; }

    /// <summary>Is told each new token, and null when the session has ended.</summary>
    public Action<string?>? SessionChanged { get; init; }

    /// <summary>Nothing but reading is sent.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The same connection, in a session begun earlier.</summary>
    public Connection With(string? session)
    {
        Session = session;
        return this;
    }

    /// <summary>The same connection, as a service account.</summary>
    public Connection As(string key)
    {
        Key = key;
        return this;
    }

    public Task<JsonObject> GetAsync(string path, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, path, null, cancellation);

    public Task<JsonObject> PostAsync(string path, JsonObject? body, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, path, body is null ? null : Content(body), cancellation);

    public Task<JsonObject> DeleteAsync(string path, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Delete, path, null, cancellation);

    /// <summary>Changes what was read just now; whoever is faster makes this one fail.</summary>
    public async Task<JsonObject> PatchAsync(string path, JsonObject body, CancellationToken cancellation)
    {
        using HttpResponseMessage read =
            await ExchangeAsync(new HttpRequestMessage(HttpMethod.Get, Address(path)), cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Patch, Address(path)) { Content = Content(body) };
        request.Headers.IfMatch.Add(read.Headers.ETag ?? EntityTagHeaderValue.Any);
        using HttpResponseMessage response = await ExchangeAsync(request, cancellation);
        return await ReadAsync(response, cancellation);
    }

    public async Task<JsonObject> SendAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, Address(path)) { Content = content };
        using HttpResponseMessage response = await ExchangeAsync(request, cancellation);
        return await ReadAsync(response, cancellation);
    }

    /// <summary>Reads something that is not JSON, as it is.</summary>
    public async Task<byte[]> DownloadAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(path));
        using HttpResponseMessage response = await ExchangeAsync(request, cancellation);
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }

    /// <summary>The word with which the server says how it is: <c>ready</c>, <c>unclaimed</c>, <c>sealed</c>,
    /// …</summary>
    public async Task<string> StateAsync(CancellationToken cancellation)
    {
        using HttpResponseMessage response =
            await _http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation);
        return (await ReadAsync(response, cancellation)).Text("status");
    }

    public void Dispose() => _http.Dispose();

    private static Uri Address(string path) => new(Api + path, UriKind.Relative);

    private static ByteArrayContent Content(JsonObject body) => new(Encoding.UTF8.GetBytes(body.ToJsonString()))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (IsDryRun && request.Method != HttpMethod.Get)
        {
            throw new StoppedException(
                ExitCodes.Done, $"nothing was sent; it would be {request.Method} {request.RequestUri}", null);
        }

        if (Key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        }
        else if (Session is not null)
        {
            request.Headers.Add("Cookie", Cookie + Session);
        }

        HttpResponseMessage response = await _http.SendAsync(request, cancellation);
        TakeSession(response);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw ProblemReading.Read(response.StatusCode, await ReadAsync(response, cancellation));
        }
    }

    private void TakeSession(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies))
        {
            return;
        }

        foreach (string cookie in cookies.Where(cookie => cookie.StartsWith(Cookie, StringComparison.Ordinal)))
        {
            string token = cookie[Cookie.Length..].Split(';')[0];
            Session = token.Length == 0 ? null : token;
            SessionChanged?.Invoke(Session);
        }
    }

    /// <summary>The answer's object; an empty one where there is none.</summary>
    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.NoContent || response.Content.Headers.ContentLength == 0)
        {
            return [];
        }

        try
        {
            string text = await response.Content.ReadAsStringAsync(cancellation);
            return JsonNode.Parse(text) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            throw new StoppedException(
                ExitCodes.Failed, "the answer is not Strongroom's", "look at the address of --server");
        }
    }
}
