using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Strongroom.Server.Tests.Whole;

/// <summary>Calls of the API as any client makes them.</summary>
internal static class Calls
{
    public static async Task<Answer> SendAsync(
        this HttpClient http, HttpMethod method, string path, object? body, string? token, params (
            string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri("/api/v1/" + path, UriKind.Relative));
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(
            (int)response.StatusCode, text, response.Headers.ToDictionary(
                pair => pair.Key, pair => string.Join(',', pair.Value)));
    }

    public static Task<Answer> RevealAsync(this HttpClient http, string? token, string code, params string[] fields) =>
        http.SendAsync(HttpMethod.Post, $"customers/{code}/reveals", new { fields, purpose = "support" }, token);

    /// <summary>Registers a customer; the answer's <c>code</c> is the customer's.</summary>
    public static Task<Answer> RegisterAsync(this HttpClient http, string? token, string compartment, object fields) =>
        http.SendAsync(HttpMethod.Post, "customers", new { compartment, fields }, token);

    public static Task<Answer> ImportAsync(
        this HttpClient http, string? token, string compartment, byte[] csv, string name = "customers.csv")
    {
#pragma warning disable CA2000 // The request disposes of its content.
        var form = new MultipartFormDataContent { { new StringContent(compartment), "compartment" }, { new ByteArrayContent(csv), "file", name } };
#pragma warning restore CA2000
        return http.SendAsync(HttpMethod.Post, "imports", form, token);
    }

    /// <summary>Waits until a job has ended and gives the import's last answer.</summary>
    public static async Task<Answer> EndOfImportAsync(this HttpClient http, string? token, string job)
    {
        DateTime tooLate = DateTime.UtcNow.AddMinutes(1);
        while (true)
        {
            Answer answer = await http.SendAsync(HttpMethod.Get, "imports/" + job, null, token);
            Assert.True(DateTime.UtcNow < tooLate, answer.Body);
            if (answer.Status != 200 || answer.Json.GetProperty("job").GetProperty("state").GetString() is not (
                "waiting" or "running"))
            {
                return answer;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Sends a letter in, accepts every box, makes the copy and files it; gives the document.</summary>
    public static async Task<string> FileLetterAsync(
        this HttpClient http, string? token, string customer, string letter, string name)
    {
#pragma warning disable CA2000 // The request disposes of its content.
        var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(letter));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        var form = new MultipartFormDataContent { { new StringContent(customer), "customer" }, { file, "file", name } };
#pragma warning restore CA2000
        Answer taken = await http.SendAsync(HttpMethod.Post, "documents", form, token);
        Assert.True(taken.Status == 202, taken.Body);
        await http.EndOfJobAsync(token, taken.Text("job"));
        string document = taken.Text("document");
        Answer copied =
            await http.SendAsync(HttpMethod.Post, $"documents/{document}/copies", new { acceptAll = true }, token);
        Assert.True(copied.Status == 202, copied.Body);
        await http.EndOfJobAsync(token, copied.Text("job"));
        Answer filed =
            await http.SendAsync(HttpMethod.Post, "archive", new { document, copy = copied.Text("copy") }, token);
        Assert.True(filed.Status == 201, filed.Body);
        return document;
    }

    /// <summary>The documents that a search of the archive finds.</summary>
    public static async Task<IEnumerable<string?>> SearchAsync(this HttpClient http, string? token, object search)
    {
        Answer answer = await http.SendAsync(HttpMethod.Post, "archive/searches", search, token);
        Assert.True(answer.Status == 200, answer.Body);
        return answer.Json.GetProperty("items").EnumerateArray().Select(
            item => item.GetProperty("document").GetString());
    }

    private static async Task EndOfJobAsync(this HttpClient http, string? token, string job)
    {
        DateTime tooLate = DateTime.UtcNow.AddMinutes(1);
        Answer answer;
        do
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            answer = await http.SendAsync(HttpMethod.Get, "jobs/" + job, null, token);
            Assert.True(answer.Status == 200 && DateTime.UtcNow < tooLate, answer.Body);
        }
        while (answer.Text("state") is "waiting" or "running");

        Assert.True(answer.Text("state") == "done", answer.Body);
    }

    /// <summary>The codes of every customer of a series, page by page.</summary>
    public static async Task<IReadOnlyList<string>> CodesAsync(this HttpClient http, string? token, string compartment)
    {
        var codes = new List<string>();
        string? cursor = null;
        do
        {
            string page = cursor is null ? string.Empty : "&cursor=" + cursor;
            Answer answer = await http.SendAsync(
                HttpMethod.Get, $"customers?limit=200&compartment={compartment}{page}", null, token);
            Assert.Equal(200, answer.Status);
            codes.AddRange(answer.Json.GetProperty("items").EnumerateArray().Select(
                item => item.GetProperty("code").GetString()!));
            cursor = answer.Json.TryGetProperty(
                "next", out System.Text.Json.JsonElement next) ? next.GetString() : null;
        }
        while (cursor is not null);
        return codes;
    }
}
