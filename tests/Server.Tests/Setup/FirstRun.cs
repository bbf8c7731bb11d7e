using System.Net;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Tests.Setup;

/// <summary>Somebody who goes through the first run in a browser without script.</summary>
internal sealed partial class FirstRun
{
    public const string Email = "ada@example.org";

    public FirstRun(RunningServer server, PageVisit? browser = null)
    {
        Server = server;
        Browser = browser ?? new PageVisit(server);
    }

    /// <summary>A server that nobody has told its address.</summary>
    public static Task<RunningServer> ServeAsync(params string[] more) =>
        RunningServer.StartAsync(["--Server:PublicUrl=", .. more]);

    public RunningServer Server { get; }

    public PageVisit Browser { get; }

    /// <summary>The authenticator's key, once it was shown.</summary>
    public string Secret { get; private set; } = string.Empty;

    /// <summary>The recovery sheet's lines, once they were shown.</summary>
    public string[][] Sheet { get; private set; } = [];

    public string[] RecoveryCodes { get; private set; } = [];

    public Person Owner => new(Email, Person.GoodPassword, Secret, string.Empty);

    public Task<Answer> CodeAsync(string? code = null) =>
        Browser.SubmitAsync("/setup", null, [("code", code ?? Server.SetupCode)]);

    public Task<Answer> BusinessAsync(string name = "Example Clinic", string template = "health") =>
        Browser.SubmitAsync("/setup/business", null, [("business", name), ("template", template)]);

    public Task<Answer> AddressAsync(string host = "strongroom.example.org", params (string, string)[] more) =>
        Browser.SubmitAsync("/setup/address", null, [("host", host), .. more.Length > 0 ? more : [("tls", "local")]]);

    public Task<Answer> YouAsync(string password = Person.GoodPassword) => Browser.SubmitAsync("/setup/you", null,
        [("name", "Ada Example"), ("email", Email), ("password", password), ("works", "1"), ("watches", "1"),
            ("attests", "1"), ("agrees", "1")]);

    public Task<Answer> PasskeysAsync(string reason = "The second one is ordered") =>
        Browser.SubmitAsync("/setup/passkeys", null, [("reason", reason)]);

    public async Task<Answer> AuthenticatorAsync(string? code = null)
    {
        Answer page = await Browser.GetAsync("/setup/authenticator");
        Secret = SecretOf().Match(page.Body).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        return await Browser.SubmitAsync(
            "/setup/authenticator", null, [("code", code ?? Owner.Code(Server.Time.GetUtcNow()))]);
    }

    public async Task<Answer> RecoveryCodesAsync()
    {
        Answer page = await Browser.GetAsync("/setup/recovery-codes");
        RecoveryCodes = [.. CodeOf().Matches(page.Body).Select(match => match.Groups[1].Value)];
        return await Browser.SubmitAsync("/setup/recovery-codes", null, [("kept", "1")]);
    }

    public async Task<Answer> KitAsync(Func<string, string>? slip = null)
    {
        Answer page = await Browser.GetAsync("/setup/recovery-kit");
        Sheet = [.. RowOf().Matches(page.Body).Select(row => GroupOf().Matches(row.Value).Select(
            group => group.Groups[1].Value).ToArray())];
        string[] asked = [.. AskedOf().Matches(page.Body).Select(
            match => Sheet[int.Parse(match.Groups[1].Value, null) - 1][int.Parse(match.Groups[2].Value, null) - 1])];
        return await Browser.SubmitAsync(
            "/setup/recovery-kit", null, [("first", asked[0]), ("second", slip?.Invoke(asked[1]) ?? asked[1])]);
    }

    public Task<Answer> CompartmentAsync(string name = "clinic") => Browser.SubmitAsync(
        "/setup/compartment", null, [("compartment", name), ("kinds", "insurance-number"), ("kinds", "allergies")]);

    /// <summary>Everything up to the page of the compartment.</summary>
    public async Task ToTheLastPageAsync()
    {
        foreach ((Func<Task<Answer>> step, string next) in Steps())
        {
            Answer answer = await step();
            Assert.Equal((303, next), (answer.Status, answer.Headers.GetValueOrDefault("Location")));
        }
    }

    private (Func<Task<Answer>> Step, string Next)[] Steps() =>
    [
        (() => CodeAsync(), "/setup/business"),
        (() => BusinessAsync(), "/setup/address"),
        (() => AddressAsync(), "/setup/you"),
        (() => YouAsync(), "/setup/passkeys"),
        (() => PasskeysAsync(), "/setup/authenticator"),
        (() => AuthenticatorAsync(), "/setup/recovery-codes"),
        (RecoveryCodesAsync, "/setup/recovery-kit"),
        (() => KitAsync(), "/setup/compartment"),
    ];

    /// <summary>What a page says, without its markup.</summary>
    public static string TextOf(Answer page) => WebUtility.HtmlDecode(page.Body);

    [GeneratedRegex("class=\"code secret\">([A-Z2-7 ]+)<")]
    private static partial Regex SecretOf();

    [GeneratedRegex("<li>([0-9A-Z-]{19})</li>")]
    private static partial Regex CodeOf();

    [GeneratedRegex("<tr><th scope=\"row\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex RowOf();

    [GeneratedRegex("<td class=\"mono\">([0-9A-Z]{4})</td>")]
    private static partial Regex GroupOf();

    [GeneratedRegex("Line ([1-4]), group ([1-4])<")]
    private static partial Regex AskedOf();
}
