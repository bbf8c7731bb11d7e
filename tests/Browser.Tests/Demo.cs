using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Strongroom.Server.Tests;

namespace Strongroom.Browser.Tests;

/// <summary>A demo that runs beside these tests; its card is the file that <c>STRONGROOM_DEMO</c> names.</summary>
internal sealed class Demo
{
    private readonly JsonNode _card = JsonNode.Parse(
        File.ReadAllText(Environment.GetEnvironmentVariable("STRONGROOM_DEMO")!))!;

    public Uri Staff => new(_card["staffUrl"]!.GetValue<string>());

    public Uri Public => new(_card["publicUrl"]!.GetValue<string>());

    /// <summary>The code of the first customer.</summary>
    public string Code => _card["customers"]![0]!["code"]!.GetValue<string>();

    /// <summary>Somebody's browser, logged in.</summary>
    public async Task<Visitor> VisitAsync(Chrome chrome, string role)
    {
        Visitor visitor = await chrome.VisitAsync(Staff);
        await visitor.TakeSessionAsync(Staff, await LogInAsync(role));
        return visitor;
    }

    // A code works once; the next one is half a minute away.
    [SuppressMessage("Security", "CA5400", Justification = "A throw-away authority has no revocation list.")]
    private async Task<string> LogInAsync(string role)
    {
        JsonNode signIn = ((JsonArray)_card["staff"]!).First(one => one!["role"]!.GetValue<string>() == role)!["signIn"]!;
        string email = signIn["email"]!.GetValue<string>();
        string password = signIn["password"]!.GetValue<string>();
        var person = new Person(email, password, signIn["totpSecret"]!.GetValue<string>(), string.Empty);
        string credentials = Path.GetDirectoryName(_card["certificateFile"]!.GetValue<string>())!;
        using HttpClient http = RunningServer.NewHttp(Path.GetDirectoryName(credentials)!, Staff);
        const int Tries = 4;
        for (int i = 0; i < Tries; i++)
        {
            using HttpResponseMessage response = await http.PostAsJsonAsync(
                new Uri("/api/v1/sessions", UriKind.Relative),
                new { email, password, code = person.Code(TimeProvider.System.GetUtcNow()) },
                TestContext.Current.CancellationToken);
            if (response.IsSuccessStatusCode)
            {
                string cookie = response.Headers.GetValues("Set-Cookie").First();
                return cookie.Split(';')[0].Split('=', 2)[1];
            }

            await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"the demo's {role} cannot log in");
    }
}
