using System.Net.Http;
using System.Text.Json.Nodes;
using Strongroom.AuditLog;
using Strongroom.Sealing;

namespace Strongroom.Server.Tests.Whole;

/// <summary>The first customer, kept: the main job from end to end.</summary>
public class ScenarioTests
{
    private const string Name = "Ottoline Quillfeather";
    private const string Email = "ottoline@example.org";
    private const string Ssn = "900-12-3456";

    [Fact]
    public async Task A_customer_is_kept_shown_to_who_may_see_and_to_nobody_else()
    {
        await using Business business = await Business.FoundAsync();
        string code = await business.RegisterAsync("clinic", Fields());

        // Masked: the same person, and nothing of the values.
        Answer masked = await business.Http.SendAsync(HttpMethod.Get, "customers/" + code, null, business.Token);
        Assert.Equal(200, masked.Status);
        Assert.All(new[] { Name, "Quillfeather", Email, Ssn, "900" }, value =>
            Assert.DoesNotContain(value, masked.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("3456", masked.Body, StringComparison.Ordinal);

        // A newcomer who is screened but has not signed.
        Person nora = await business.AddColleagueAsync(
            "nora@example.org", "case-handler", "clinic", screenedForDays: 300);
        string noras = await business.Server.LogInAsync(nora);
        AssertRefused(403, "agreement-required", await business.Http.RevealAsync(noras, code, "email"));
        await business.SignAsync(noras);
        Answer revealed = await business.Http.RevealAsync(noras, code, "email", "full-name");
        AssertShows(Email, "email", revealed);
        AssertShows(Name, "full-name", revealed);
        await AssertEntryAsync(business, revealed, nora);

        // Protected kinds ask for a fresh step-up, and purposes for one of the list.
        string stepped = await business.Server.LogInSteppedUpAsync(nora);
        AssertRefused(400, "purpose-required", await business.Http.SendAsync(
            HttpMethod.Post, $"customers/{code}/reveals", new { fields = (string[])["email"], purpose = "curiosity" },
            stepped));
        AssertShows(Ssn, "us-ssn", await business.Http.RevealAsync(stepped, code, "us-ssn"));
        business.Server.Time.Advance(TimeSpan.FromMinutes(6));
        AssertRefused(401, "step-up-required", await business.Http.RevealAsync(stepped, code, "us-ssn"));

        await AssertNotTheirsAsync(business, code);
        await AssertPaperAsync(business, code);
        await AssertLapseShutsTheDoorAsync(business, code);
        await AssertClosedAsync(business, code);
        await AssertLogVerifiesAsync(business);
    }

    private static object Fields() => new Dictionary<string, string>
    {
        ["full-name"] = Name,
        ["email"] = Email,
        ["us-ssn"] = Ssn,
    };

    /// <summary>Staff of another series hear just what they would hear of a code that is not there.</summary>
    private static async Task AssertNotTheirsAsync(Business business, string code)
    {
        Person otto = await business.AddColleagueAsync(
            "otto@example.org", "case-handler", "accounts", screenedForDays: 300);
        string token = await business.Server.LogInAsync(otto);
        await business.SignAsync(token);
        string absent = Vocabulary.CustomerCode.New().ToString();
        foreach ((HttpMethod method, string path, object? body) in Attempts())
        {
            Answer notTheirs = await business.Http.SendAsync(method, $"customers/{code}{path}", body, token);
            Answer notThere = await business.Http.SendAsync(method, $"customers/{absent}{path}", body, token);

            AssertRefused(404, "not-found", notTheirs);
            Assert.Equal(WithoutTrace(notThere.Body), WithoutTrace(notTheirs.Body));
        }
    }

    private static IEnumerable<(HttpMethod Method, string Path, object? Body)> Attempts() =>
    [
        (HttpMethod.Get, string.Empty, null),
        (HttpMethod.Post, "/reveals", new { fields = (string[])["email"], purpose = "support" }),
        (HttpMethod.Delete, string.Empty, null),
    ];

    /// <summary>
    /// A letter that names the customer and the number is filed without them, and found by code and by word.
    /// </summary>
    private static async Task AssertPaperAsync(Business business, string code)
    {
        await business.LogInAsync();
        string letter = $"Dear {Name},\n\nyour social security number {Ssn} is on file.\nThe lighthouse office\n";
        string document = await business.Http.FileLetterAsync(business.Token, code, letter, "letter.txt");

        Answer copy = await business.Http.SendAsync(
            HttpMethod.Get, $"archive/{document}/content", null, business.Token);
        Assert.Contains(code, copy.Body, StringComparison.Ordinal);
        Assert.Contains("The lighthouse office", copy.Body, StringComparison.Ordinal);
        string[] values = [Name, "Ottoline", "Quillfeather", Ssn, "900123456", "3456"];
        Assert.All(values, value => Assert.DoesNotContain(value, copy.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Equal([document], await business.Http.SearchAsync(business.Token, new { code }));
        Assert.Equal([document], await business.Http.SearchAsync(business.Token, new { words = "LIGHTHOUSE office" }));
        Assert.Empty(await business.Http.SearchAsync(business.Token, new { words = "quillfeather" }));
    }

    private static async Task AssertLapseShutsTheDoorAsync(Business business, string code)
    {
        Person leo = await business.AddColleagueAsync("leo@example.org", "case-handler", "clinic", screenedForDays: 1);
        string token = await business.Server.LogInAsync(leo);
        await business.SignAsync(token);
        AssertShows(Email, "email", await business.Http.RevealAsync(token, code, "email"));

        // In small steps, with a call at each, so that the session lives on over midnight.
        Answer answer = await business.Http.RevealAsync(token, code, "email");
        for (int i = 0; i < 400 && answer.Status == 201; i++)
        {
            business.Server.Time.Advance(TimeSpan.FromMinutes(10));
            answer = await business.Http.RevealAsync(token, code, "email");
            if (answer.Status == 401)
            {
                token = await business.Server.LogInAsync(leo); // a session ends after twelve hours
                answer = await business.Http.RevealAsync(token, code, "email");
            }
        }

        AssertRefused(403, "screening-required", answer);
        await business.LogInAsync();
    }

    private static async Task AssertClosedAsync(Business business, string code)
    {
        Assert.Equal(200, (await business.Http.SendAsync(
            HttpMethod.Post, "compartments/clinic/closings", null, business.Token)).Status);
        AssertRefused(503, "compartment-closed", await business.Http.RevealAsync(business.Token, code, "email"));
        AssertRefused(503, "compartment-closed", await business.Http.SendAsync(
            HttpMethod.Get, "customers/" + code, null, business.Token));

        Assert.Equal(200, (await business.Http.SendAsync(
            HttpMethod.Post, "compartments/clinic/openings", null, business.Token)).Status);
        AssertShows(Email, "email", await business.Http.RevealAsync(business.Token, code, "email"));
    }

    private static async Task AssertEntryAsync(Business business, Answer revealed, Person reader)
    {
        long number = revealed.Json.GetProperty("entry").GetInt64();
        Answer page = await business.Http.SendAsync(
            HttpMethod.Get, $"log/entries?from={number}&limit=1", null, business.Token);
        System.Text.Json.JsonElement entry = page.Json.GetProperty("items")[0];

        Assert.Equal(number, entry.GetProperty("sequence").GetInt64());
        Assert.Equal("Revealed", entry.GetProperty("act").GetString());
        Assert.Equal("Done", entry.GetProperty("result").GetString());
        Assert.Contains(reader.Id, entry.GetProperty("actor").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Email, page.Body, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task AssertLogVerifiesAsync(Business business)
    {
        Answer head = await business.Http.SendAsync(HttpMethod.Get, "log/checkpoints", null, business.Token);
        VerificationReport report = AuditVerifier.Verify(
            Path.Combine(business.DataFolder, "audit"), VerifyingKey.Parse(head.Text("key"), null), null,
            TestContext.Current.CancellationToken);

        Assert.Empty(report.Faults);
        Assert.True(report.SignatureIsValid);
        Assert.Equal(head.Json.GetProperty("size").GetInt64(), report.CheckpointSize);
    }

    private static void AssertShows(string value, string field, Answer answer)
    {
        Assert.True(answer.Status == 201, answer.Body);
        Assert.Equal(value, answer.Json.GetProperty("values").GetProperty(field).GetString());
    }

    private static void AssertRefused(int status, string code, Answer answer)
    {
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.All(new[] { Name, Email, Ssn }, value =>
            Assert.DoesNotContain(value, answer.Body, StringComparison.OrdinalIgnoreCase));
    }

    private static string WithoutTrace(string body)
    {
        JsonObject json = JsonNode.Parse(body)!.AsObject();
        json.Remove("instance");
        return json.ToJsonString();
    }
}
