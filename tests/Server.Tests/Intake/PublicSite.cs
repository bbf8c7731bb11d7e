using System.Net.Http;

namespace Strongroom.Server.Tests.Intake;

/// <summary>The public listener as a browser without script uses it.</summary>
internal sealed class PublicSite(HttpClient http) : IDisposable
{
    public HttpClient Http { get; } = http;

    public static PublicSite At(string folder, Uri address) => new(RunningServer.NewHttp(folder, address));

    public async Task<PublicAnswer> GetAsync(string path)
    {
        using HttpResponseMessage response = await Http.GetAsync(
            new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await PublicAnswer.OfAsync(response);
    }

    /// <summary>Opens a form and gives its hidden fields.</summary>
    public async Task<Dictionary<string, string>> OpenAsync(string slug)
    {
        PublicAnswer page = await GetAsync("/f/" + slug);
        Assert.True(page.Status == 200, page.Html);
        return page.Hidden;
    }

    public async Task<PublicAnswer> PostAsync(string slug, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/f/" + slug, UriKind.Relative))
        {
            Content = content,
        };
        request.Headers.ExpectContinue = true; // or what is too large meets a closed door half-way
        using HttpResponseMessage response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await PublicAnswer.OfAsync(response);
    }

    public async Task<PublicAnswer> PostAsync(string slug, IReadOnlyDictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await PostAsync(slug, form);
    }

    /// <summary>Opens a form, fills it in, sends it.</summary>
    public async Task<PublicAnswer> SendAsync(string slug, params (string Name, string Value)[] typed)
    {
        Dictionary<string, string> fields = await OpenAsync(slug);
        foreach ((string name, string value) in typed)
        {
            fields[name] = value;
        }

        return await PostAsync(slug, fields);
    }

    public void Dispose() => Http.Dispose();
}
