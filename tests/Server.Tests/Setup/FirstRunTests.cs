using Strongroom.Sealing;

namespace Strongroom.Server.Tests.Setup;

public sealed class FirstRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Seven_pages_without_script_end_with_an_owner_who_is_logged_in_and_sees_the_checks()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);

        await run.ToTheLastPageAsync();
        Answer done = await run.CompartmentAsync();

        Assert.Equal((303, "/checks?done=claimed"), (done.Status, done.Headers["Location"]));
        Answer checks = await run.Browser.GetAsync("/checks?done=claimed");
        Assert.Equal(200, checks.Status);
        Assert.Equal(10, run.RecoveryCodes.Length);
        Answer me = await server.SendAsync(HttpMethod.Get, "me", token: await server.LogInAsync(run.Owner));
        Assert.Equal("4 of 4 done", me.Text("summary"));
    }

    [Fact]
    public async Task What_was_chosen_works_at_once_and_after_a_restart()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.ToTheLastPageAsync();
        await run.CompartmentAsync();
        string token = run.Browser.Session!;

        for (int start = 0; start < 2; start++)
        {
            string fields = (await server.SendAsync(HttpMethod.Get, "fields", token: token)).Body;
            Assert.Contains("insurance-number", fields, StringComparison.Ordinal);
            Assert.DoesNotContain("treating-person", fields, StringComparison.Ordinal); // not ticked
            Assert.Contains("treatment", (await server.SendAsync(HttpMethod.Get, "purposes", token: token)).Body,
                StringComparison.Ordinal);
            Answer created = await server.SendAsync(HttpMethod.Post, "customers", new Dictionary<string, object>
            {
                ["compartment"] = "clinic",
                ["fields"] = new Dictionary<string, string> { ["insurance-number"] = $"A 1234 {start}" },
            }, token);
            Assert.Equal(201, created.Status);
            Answer found = await server.SendAsync(HttpMethod.Post, "customers/lookups", new Dictionary<string, object>
            {
                ["fields"] = new Dictionary<string, string> { ["insurance-number"] = $"A 1234 {start}" },
            }, token);
            Assert.Contains(created.Text("code"), found.Body, StringComparison.Ordinal);
            Answer revealed = await server.SendAsync(HttpMethod.Post, $"customers/{created.Text("code")}/reveals",
                new { fields = new[] { "insurance-number" }, purpose = "nonsense" }, token);
            Assert.Equal("purpose-required", revealed.Code);
            await server.StartAgainAsync();
        }
    }

    [Fact]
    public async Task Once_claimed_every_page_of_the_first_run_is_gone_for_good()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.ToTheLastPageAsync();
        await run.CompartmentAsync();

        for (int start = 0; start < 2; start++)
        {
            foreach (string path in Paths)
            {
                Assert.Equal(404, (await run.Browser.GetAsync(path)).Status);
                Assert.Equal(404, (await run.Browser.PostAsync(path, [("code", server.SetupCode)])).Status);
            }

            await server.StartAgainAsync();
        }
    }

    [Fact]
    public async Task A_visitor_without_the_code_gets_nothing_but_the_page_that_asks_for_it()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.ToTheLastPageAsync();
        var stranger = new PageVisit(server);

        foreach (string path in Paths.Skip(1))
        {
            Answer answer = await stranger.GetAsync(path);
            Assert.Equal((303, "/setup?again=1"), (answer.Status, answer.Headers["Location"]));
        }

        Answer page = await stranger.GetAsync("/setup");
        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("Example Clinic", page.Body, StringComparison.Ordinal);
        Answer root = await stranger.GetAsync("/");
        Assert.Equal((303, "/setup"), (root.Status, root.Headers["Location"]));
    }

    [Fact]
    public async Task A_first_run_that_is_given_up_leaves_nothing_and_can_be_begun_again_with_the_code()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        string code = server.SetupCode;
        var first = new FirstRun(server);
        await first.ToTheLastPageAsync();

        Assert.False(File.Exists(Path.Combine(server.Folder, "data", "keyring")));
        Assert.False(File.Exists(Path.Combine(server.Folder, "credentials", "unseal-key")));
        Assert.Empty(Directory.GetFiles(Path.Combine(server.Folder, "data", "audit")));
        await server.StartAgainAsync();
        Assert.NotEqual(code, server.SetupCode);
        Answer late = await first.CompartmentAsync();
        Assert.Equal(303, (await first.Browser.GetAsync("/setup/compartment")).Status);
        Assert.NotEqual("/checks?done=claimed", late.Headers.GetValueOrDefault("Location"));

        var second = new FirstRun(server);
        await second.ToTheLastPageAsync();
        Assert.Equal(303, (await second.CompartmentAsync()).Status);
        Assert.NotEqual(first.Secret, second.Secret);
        Assert.NotEqual(first.Sheet[0], second.Sheet[0]);
    }

    [Fact]
    public async Task A_second_browser_with_the_code_takes_over_what_is_no_secret_and_the_first_is_out()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var first = new FirstRun(server);
        await first.ToTheLastPageAsync();
        var second = new FirstRun(server);

        Answer begun = await second.CodeAsync();

        Assert.Equal("/setup/you", begun.Headers["Location"]); // business and address are kept, the owner is not
        Assert.DoesNotContain(FirstRun.Email, (await second.Browser.GetAsync("/setup/you")).Body,
            StringComparison.Ordinal);
        Assert.Equal("/setup?again=1", (await first.Browser.GetAsync("/setup/compartment")).Headers["Location"]);
        Assert.NotEqual(303, (await first.CompartmentAsync()).Status);
    }

    [Fact]
    public async Task Of_two_ways_to_claim_at_the_same_moment_one_wins()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.ToTheLastPageAsync();
        IDictionary<string, object> body = await server.ClaimBodyAsync();

        Task<Answer> page = run.CompartmentAsync();
        Task<Answer> api = server.SendAsync(HttpMethod.Post, "setup", body);
        await Task.WhenAll(page, api);

        bool pageWon = (await page).Headers.GetValueOrDefault("Location") == "/checks?done=claimed";
        bool apiWon = (await api).Status == 201;
        Assert.True(pageWon ^ apiWon);
    }

    [Fact]
    public async Task Five_wrong_codes_draw_a_new_one_and_do_not_disturb_who_has_begun()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.CodeAsync();
        string code = server.SetupCode;
        var stranger = new FirstRun(server);

        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(code, server.SetupCode);
            Answer answer = await stranger.CodeAsync("0000-0000-0000-0000");
            Assert.Equal(403, answer.Status);
            Assert.Contains("wrong or has lapsed", answer.Body, StringComparison.Ordinal);
        }

        Assert.NotEqual(code, server.SetupCode);
        Assert.Equal(403, (await stranger.CodeAsync(code)).Status);
        Assert.Equal("/setup/address", (await run.BusinessAsync()).Headers["Location"]);
    }

    [Fact]
    public async Task A_draft_that_rests_for_an_hour_is_wiped()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.CodeAsync();

        server.Time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromTicks(1));
        Assert.Equal(200, (await run.Browser.GetAsync("/setup/business")).Status);
        server.Time.Advance(TimeSpan.FromMinutes(60)); // the last instant is already too late
        Assert.Equal("/setup?again=1", (await run.Browser.GetAsync("/setup/business")).Headers["Location"]);
    }

    [Fact]
    public async Task A_page_is_shown_only_when_those_before_it_are_done_and_shows_what_was_said()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.CodeAsync();

        Assert.Equal("/setup/business", (await run.Browser.GetAsync("/setup/recovery-kit")).Headers["Location"]);
        await run.BusinessAsync("Example & Daughters");
        await run.AddressAsync();
        Assert.Contains("Example & Daughters", FirstRun.TextOf(await run.Browser.GetAsync("/setup/business")),
            StringComparison.Ordinal);
        Assert.Contains("strongroom.example.org", (await run.Browser.GetAsync("/setup/address")).Body,
            StringComparison.Ordinal);
        Assert.Equal("/setup/you", (await run.Browser.GetAsync("/setup")).Headers["Location"]);
    }

    [Theory]
    [InlineData("/setup/business", "business", "", "template", "health")]
    [InlineData("/setup/business", "business", "Example Clinic", "template", "circus")]
    public async Task What_does_not_fit_is_shown_again_with_what_was_typed(
        string path, string first, string firstValue, string second, string secondValue)
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.CodeAsync();

        Answer answer = await run.Browser.SubmitAsync(path, null, [(first, firstValue), (second, secondValue)]);

        Assert.Equal(422, answer.Status);
        Assert.Contains("Nothing was saved yet", answer.Body, StringComparison.Ordinal);
        Assert.Contains(firstValue, answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:8443", "no, because this is an IP address")]
    [InlineData("[2001:db8::1]:8443", "no, because this is an IP address")]
    [InlineData("strongroom.example.org", "Passkeys will work here: yes")]
    [InlineData("https://strongroom.example.org:8443/", "Passkeys will work here: yes")]
    public async Task The_address_page_says_without_script_whether_passkeys_will_work(string host, string verdict)
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.CodeAsync();
        await run.BusinessAsync();

        Answer answer = await run.AddressAsync(host, ("check", "1"), ("tls", "local"));

        Assert.Equal(200, answer.Status);
        Assert.Contains(verdict, answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://strongroom.example.org")]
    [InlineData("strongroom.example.org/path")]
    [InlineData("ada@strongroom.example.org")]
    [InlineData("")]
    [InlineData("two words")]
    public async Task What_is_no_host_name_is_refused(string host)
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.CodeAsync();
        await run.BusinessAsync();

        Assert.Equal(422, (await run.AddressAsync(host)).Status);
    }

    [Fact]
    public async Task What_is_set_outside_shows_its_padlock_and_is_not_changed()
    {
        await using RunningServer server = await RunningServer.StartAsync(
            "--Server:PublicUrl=https://fixed.example.org", "--Tls:Mode=local", "--Purposes:0:Id=fixed");
        var run = new FirstRun(server);
        await run.CodeAsync();
        Assert.Contains("set where the server is started", (await run.Browser.GetAsync("/setup/business")).Body,
            StringComparison.Ordinal);
        await run.BusinessAsync();
        Answer page = await run.Browser.GetAsync("/setup/address");
        Assert.Equal(2, page.Body.Split("Set in the command line").Length - 1);

        await run.AddressAsync("other.example.org");
        await run.YouAsync();
        await run.PasskeysAsync();
        await run.AuthenticatorAsync();
        await run.RecoveryCodesAsync();
        await run.KitAsync();
        Assert.Equal("/checks?done=claimed", (await run.CompartmentAsync()).Headers["Location"]);

        Answer purposes = await server.SendAsync(HttpMethod.Get, "purposes", token: run.Browser.Session);
        Assert.Equal("fixed", Assert.Single(purposes.Json.GetProperty("items").EnumerateArray())
            .GetProperty("id").GetString());
        await server.StartAgainAsync();
    }

    [Fact]
    public async Task A_weak_password_and_a_wrong_code_of_the_authenticator_go_no_further()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.CodeAsync();
        await run.BusinessAsync();
        await run.AddressAsync();

        Answer weak = await run.YouAsync("passwordpassword");
        Assert.Equal(422, weak.Status);
        Assert.DoesNotContain("passwordpassword", weak.Body, StringComparison.Ordinal);
        await run.YouAsync();
        await run.PasskeysAsync();
        Assert.Equal(422, (await run.AuthenticatorAsync("000000")).Status);
        Assert.Equal("/setup/authenticator", (await run.Browser.GetAsync("/setup/recovery-kit")).Headers["Location"]);
    }

    [Fact]
    public async Task The_recovery_sheet_is_the_unseal_key_and_one_slip_in_what_is_typed_back_is_noticed()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.CodeAsync();
        await run.BusinessAsync();
        await run.AddressAsync();
        await run.YouAsync();
        await run.PasskeysAsync();
        await run.AuthenticatorAsync();
        await run.RecoveryCodesAsync();

        for (int at = 0; at < 4; at++)
        {
            int here = at;
            Answer slipped = await run.KitAsync(group => group[..here] + (group[here] == '2' ? '3' : '2') + group[(here + 1)..]);
            Assert.Equal(422, slipped.Status);
        }

        Assert.Equal("/setup/compartment", (await run.KitAsync(group => $" {group} ")).Headers["Location"]);
        await run.CompartmentAsync();
        Assert.True(RecoverySheet.TryRead([.. run.Sheet.Select(line => string.Join(' ', line))], out SecretBytes? key));
        string file = await File.ReadAllTextAsync(
            Path.Combine(server.Folder, "credentials", "unseal-key"), Cancellation);
        Assert.Equal(file.Trim(), Convert.ToHexStringLower(key.Reveal()));
    }

    [Fact]
    public async Task No_page_of_the_first_run_is_kept_by_a_browser_and_none_names_a_person_in_its_address()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.ToTheLastPageAsync();

        foreach (string path in Paths.Skip(1))
        {
            Answer page = await run.Browser.GetAsync(path);
            Assert.Equal(200, page.Status);
            Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.DoesNotContain("style=", page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_claims_once_and_leads_to_the_same_page()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.ToTheLastPageAsync();
        Answer page = await run.Browser.GetAsync("/setup/compartment");
        (string, string)[] form = [.. PageVisit.HiddenOf(page), ("compartment", "clinic")];

        Task<Answer>[] twice = [run.Browser.PostAsync("/setup/compartment", form),
            run.Browser.PostAsync("/setup/compartment", form)];
        Answer[] answers = await Task.WhenAll(twice);

        Assert.Contains(answers, answer => answer.Headers.GetValueOrDefault("Location") == "/checks?done=claimed");
        Answer entries = await server.SendAsync(HttpMethod.Get, "compartments", token: run.Browser.Session);
        Assert.Single(entries.Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_passkey_that_was_made_in_the_first_run_logs_the_owner_in()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        string host = $"localhost:{server.Http.BaseAddress!.Port}";
        using HttpClient http = RunningServer.NewHttp(server.Folder, new Uri($"https://{host}"));
        using var device = new Authenticator { Origin = $"https://{host}", Domain = "localhost" };
        var run = new FirstRun(server, new PageVisit(http));
        await run.CodeAsync();
        await run.BusinessAsync();
        await run.AddressAsync(host);
        await run.YouAsync();
        Answer page = await run.Browser.GetAsync("/setup/passkeys");
        Assert.Equal(422, (await run.PasskeysAsync("")).Status); // fewer than two need a reason
        page = await run.Browser.GetAsync("/setup/passkeys");
        string ceremony = Between(page.Body, "name=\"ceremony\" value=\"", "\"");
        using var options = System.Text.Json.JsonDocument.Parse(
            Between(page.Body, "<script type=\"application/json\">", "</script>"));

        Answer made = await run.Browser.PostAsync("/setup/passkeys", [.. PageVisit.HiddenOf(page),
            ("ceremony", ceremony), ("name", "Ada's laptop"),
            ("credential", System.Text.Json.JsonSerializer.Serialize(device.Register(options.RootElement)))]);
        Assert.Equal((303, "/setup/passkeys"), (made.Status, made.Headers.GetValueOrDefault("Location")));
        await run.PasskeysAsync();
        await run.AuthenticatorAsync();
        await run.RecoveryCodesAsync();
        await run.KitAsync();
        await run.CompartmentAsync();

        Answer asked = await server.SendAsync(HttpMethod.Post, "sessions/passkeys/challenges");
        Answer loggedIn = await server.SendAsync(HttpMethod.Post, "sessions/passkeys", new
        {
            ceremony = asked.Text("ceremony"),
            credential = device.Sign(asked.Json.GetProperty("options")),
        });
        Assert.Equal(200, loggedIn.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("[1]")]
    public async Task What_is_no_passkey_is_refused_and_the_page_can_be_sent_again(string credential)
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.CodeAsync();
        await run.BusinessAsync();
        await run.AddressAsync();
        await run.YouAsync();

        Answer page = await run.Browser.GetAsync("/setup/passkeys");
        string ceremony = Between(page.Body, "name=\"ceremony\" value=\"", "\"");
        Answer answer = await run.Browser.PostAsync("/setup/passkeys",
            [.. PageVisit.HiddenOf(page), ("ceremony", ceremony), ("name", "x"), ("credential", credential)]);

        Assert.Equal(422, answer.Status);
        Assert.Equal(303, (await run.PasskeysAsync()).Status);
    }

    [Fact]
    public async Task Under_an_IP_address_nobody_is_asked_for_a_passkey()
    {
        await using RunningServer server = await FirstRun.ServeAsync();
        var run = new FirstRun(server);
        await run.CodeAsync();
        await run.BusinessAsync();
        await run.AddressAsync("192.0.2.1:8443");

        Assert.Equal("/setup/authenticator", (await run.YouAsync()).Headers["Location"]);
    }

    private static string Between(string text, string before, string after)
    {
        int start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return System.Net.WebUtility.HtmlDecode(text[start..text.IndexOf(after, start, StringComparison.Ordinal)]);
    }

    private static readonly string[] Paths =
    [
        "/setup", "/setup/business", "/setup/address", "/setup/you", "/setup/passkeys", "/setup/authenticator",
        "/setup/recovery-codes", "/setup/recovery-kit", "/setup/compartment",
    ];
}
