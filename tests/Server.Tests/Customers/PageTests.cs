namespace Strongroom.Server.Tests.Customers;

public sealed class PageTests
{
    private static readonly object Ada = new Dictionary<string, object>
    {
        ["full-name"] = "Ada Example",
        ["email"] = "ada@example.org",
        ["us-ssn"] = "900-12-3456",
        ["postal-address"] = new { lines = new[] { "1 Example Street" }, city = "Springfield", region = "IL" },
    };

    [Fact]
    public async Task A_customer_is_registered_by_the_form_and_its_page_shows_masks_only()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        using var browsing = new Browsing(clinic.Server, clinic.Token);

        Answer sent = await browsing.SendAsync(
            "/customers/new", "/customers/new", ("compartment", "clinic"), ("full-name", "Ada Example"),
            ("postal-address.lines", "1 Example Street\r\nBack door"), ("postal-address.region", "IL"),
            ("payment-card.number", "4111 1111 1111 1111"), ("payment-card.expiry", "2029-08"));
        Answer page = await browsing.GetAsync(sent.Headers["Location"]);

        Assert.Equal((303, 200), (sent.Status, page.Status));
        Assert.Contains("A… E…", Plain(page), StringComparison.Ordinal);
        Assert.Contains("411111••••1111", Plain(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Example Street", page.Body, StringComparison.Ordinal);
        Assert.StartsWith("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_does_not_fit_comes_back_with_what_was_typed_and_changes_nothing()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        using var browsing = new Browsing(clinic.Server, clinic.Token);

        Answer faulty = await browsing.SendAsync(
            "/customers/new", "/customers/new", ("compartment", "clinic"), ("full-name", "Ada Example"), ("email", "ada"));
        Answer nowhere = await browsing.SendAsync("/customers/new", "/customers/new", ("full-name", "Ada Example"));
        Answer listed = await clinic.SendAsync(HttpMethod.Get, "customers");

        Assert.Equal((422, 422), (faulty.Status, nowhere.Status));
        Assert.Contains("value=\"Ada Example\"", faulty.Body, StringComparison.Ordinal);
        Assert.Contains("This is an e-mail address", faulty.Body, StringComparison.Ordinal);
        Assert.Equal(0, listed.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_reveal_by_form_asks_why_shows_the_value_and_goes_back_to_the_masks_by_itself()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        using var browsing = new Browsing(clinic.Server, clinic.Token);
        string path = $"/customers/{code}/reveals";

        Answer asked = await browsing.SendAsync($"/customers/{code}", path, ("field", "email"));
        Answer unsaid = await browsing.SendAsync(path, path, ("field", "email"), ("ask", "1"));
        Answer shown = await browsing.SendAsync(path, path, ("field", "email"), ("purpose", "support"), ("case", "7"));
        Answer next = await browsing.SendAsync($"/customers/{code}", path, ("field", "full-name"));
        Answer past = await browsing.GetAsync(path);

        Assert.Equal((200, 422, 200), (asked.Status, unsaid.Status, shown.Status));
        Assert.DoesNotContain("ada@example.org", asked.Body + unsaid.Body + past.Body, StringComparison.Ordinal);
        Assert.Contains("ada@example.org", shown.Body, StringComparison.Ordinal);
        Assert.Contains($"http-equiv=\"refresh\" content=\"60;url=/customers/{code}\"", shown.Body,
            StringComparison.Ordinal);
        Assert.StartsWith("no-store", shown.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Contains("<title>Customer, reveals · Strongroom</title>", Plain(shown), StringComparison.Ordinal);
        Assert.Contains("Ada Example", next.Body, StringComparison.Ordinal); // the purpose of this case is known
        Assert.Contains("Customer asked for help, case 7", past.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_purpose_is_known_for_fifteen_minutes_and_for_that_customer_only()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        string other = await clinic.RegisterAsync(Ada);
        await clinic.RevealAsync(code, "email");
        using var browsing = new Browsing(clinic.Server, clinic.Token);

        Answer elsewhere = await ShowAsync(browsing, other);
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(9)); // the screen locks after ten
        await browsing.GetAsync("/customers");
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(6) - TimeSpan.FromSeconds(1));
        Answer still = await ShowAsync(browsing, code);
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(9));
        await browsing.GetAsync("/customers");
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(6));
        Answer over = await ShowAsync(browsing, code);

        Assert.Contains("ada@example.org", still.Body, StringComparison.Ordinal);
        Assert.All([elsewhere, over], answer => Assert.Equal(
            (200, false), (answer.Status, answer.Body.Contains("ada@example.org", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_protected_field_sends_the_browser_to_the_step_up_and_the_eleventh_reveal_asks_once_more()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Reveal:PerTenMinutes=1");
        string code = await clinic.RegisterAsync(Ada);
        using var browsing = new Browsing(clinic.Server, clinic.Token);
        string path = $"/customers/{code}/reveals";

        Answer step = await browsing.SendAsync(path, path, ("field", "us-ssn"), ("purpose", "support"));
        Answer first = await browsing.SendAsync(path, path, ("field", "email"), ("purpose", "support"));
        Answer asked = await browsing.SendAsync(path, path, ("field", "email"), ("purpose", "support"));
        Answer going = await browsing.SendAsync(
            path, path, ("field", "email"), ("purpose", "support"), ("confirmed", "1"));

        Assert.Equal((303, $"/step-up?back=%2Fcustomers%2F{code}%2Freveals"), (step.Status, step.Headers["Location"]));
        Assert.Equal((200, 429, 200), (first.Status, asked.Status, going.Status));
        Assert.Contains("name=\"confirmed\"", asked.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.org", asked.Body, StringComparison.Ordinal);
        Assert.Contains("ada@example.org", going.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_box_leads_to_the_customer_of_a_code_and_shows_cards_for_a_fact()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        using var browsing = new Browsing(clinic.Server, clinic.Token);

        Answer byCode = await FindAsync(browsing, code);
        Answer byFact = await FindAsync(browsing, "exampel");
        Answer nobody = await FindAsync(browsing, "nobody@example.org");
        Answer nothing = await FindAsync(browsing, "1971");

        Assert.Equal((303, $"/customers/{code}"), (byCode.Status, byCode.Headers["Location"]));
        Assert.Contains($"href=\"/customers/{code}\"", byFact.Body, StringComparison.Ordinal);
        Assert.Contains("check</span>", byFact.Body, StringComparison.Ordinal);
        Assert.Contains("Nobody found", nobody.Body, StringComparison.Ordinal);
        Assert.Equal(422, nothing.Status);
    }

    [Fact]
    public async Task A_check_by_form_tells_the_outcome_once_redirected_and_sent_twice_costs_one_try()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        using var browsing = new Browsing(clinic.Server, clinic.Token);
        string path = $"/customers/{code}/confirmations";

        Answer miss = await browsing.SendAsync(
            "/confirmations", "/confirmations", ("code", code), ("fact", "bob@example.org"), ("__once", "the-same"));
        Answer again = await browsing.SendAsync(
            "/confirmations", "/confirmations", ("code", code), ("fact", "bob@example.org"), ("__once", "the-same"));
        Answer told = await browsing.GetAsync(path);
        Answer match = await browsing.SendAsync(path, path, ("fact", "example ada"));
        Answer told2 = await browsing.GetAsync(path);
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(1));
        Answer silent = await browsing.GetAsync(path);
        Answer noCode = await browsing.SendAsync("/confirmations", "/confirmations", ("code", "ABC"), ("fact", "x"));

        Assert.Equal((303, 303, 303, 422), (miss.Status, again.Status, match.Status, noCode.Status));
        Assert.Equal(path, miss.Headers["Location"]);
        Assert.Contains("No match", told.Body, StringComparison.Ordinal);
        Assert.Contains("2 tries are left", told.Body, StringComparison.Ordinal);
        Assert.Contains("Matches", told2.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"outcome\"", silent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_misses_by_form_lock_and_the_page_says_so()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        using var browsing = new Browsing(clinic.Server, clinic.Token);
        string path = $"/customers/{code}/confirmations";
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(303, (await browsing.SendAsync(path, path, ("fact", "bob@example.org"))).Status);
        }

        Answer locked = await browsing.SendAsync(path, path, ("fact", "ada@example.org"));
        Answer slip = await browsing.SendAsync(path, path, ("kind", "email"), ("fact", "ada"));

        Assert.Equal(429, locked.Status);
        Assert.Contains("Locked.", locked.Body, StringComparison.Ordinal);
        Assert.Equal(422, slip.Status);
    }

    [Fact]
    public async Task A_correction_by_form_keeps_what_is_left_empty_and_what_was_typed_when_somebody_was_faster()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        using var browsing = new Browsing(clinic.Server, clinic.Token);
        string path = $"/customers/{code}/corrections";

        Answer good = await browsing.SendAsync(path, path, ("email", "new@example.org"), ("purpose", "correction"));
        Answer stale = await browsing.SendAsync(path, path, ("email", "late@example.org"), ("version", "1"));
        Answer empty = await browsing.SendAsync(path, path);
        Answer history = await browsing.GetAsync($"/customers/{code}/history");
        Answer old = await browsing.SendAsync(
            $"/customers/{code}/history", $"/customers/{code}/reveals", ("version", "email:1"), ("ask", "1"),
            ("purpose", "support"));
        Answer kept = await clinic.RevealAsync(code, "full-name", "email");

        Assert.Equal((303, 412, 422), (good.Status, stale.Status, empty.Status));
        Assert.Contains("value=\"late@example.org\"", stale.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"2\"", stale.Body, StringComparison.Ordinal);
        Assert.Contains("Ada Example", history.Body, StringComparison.Ordinal); // who: the owner is called so, too
        Assert.Contains("Checking or correcting the record", history.Body, StringComparison.Ordinal);
        Assert.Contains("ada@example.org", old.Body, StringComparison.Ordinal);
        Assert.Equal("new@example.org", kept.Json.GetProperty("values").GetProperty("email").GetString());
        Assert.Equal("Ada Example", kept.Json.GetProperty("values").GetProperty("full-name").GetString());
    }

    [Fact]
    public async Task The_trash_is_asked_for_undone_and_listed_with_its_days()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        using var browsing = new Browsing(clinic.Server, clinic.Token);

        Answer trashed = await browsing.SendAsync($"/customers/{code}/trash", $"/customers/{code}/trash");
        Answer page = await browsing.GetAsync(trashed.Headers["Location"]);
        Answer listed = await browsing.GetAsync("/customers/trash");
        Answer undone = await browsing.SendAsync($"/customers/{code}", $"/customers/{code}/restorations");
        Answer back = await browsing.GetAsync(undone.Headers["Location"]);

        Assert.Contains("Undo", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"field\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("30 days more", listed.Body, StringComparison.Ordinal);
        Assert.Contains("Out of the trash again", back.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_lists_say_what_to_do_next()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        using var browsing = new Browsing(clinic.Server, clinic.Token);
        using var newcomer = new Browsing(clinic.Server, await clinic.WorkerAsync("grace@example.org"));

        Answer none = await browsing.GetAsync("/customers");
        Answer trash = await browsing.GetAsync("/customers/trash");
        Answer nowhere = await newcomer.GetAsync("/customers");
        Answer form = await newcomer.GetAsync("/customers/new");

        Assert.Contains("No customers yet", none.Body, StringComparison.Ordinal);
        Assert.Contains("The trash is empty", trash.Body, StringComparison.Ordinal);
        Assert.All([nowhere, form], answer =>
            Assert.Contains("You are assigned to no compartment yet", answer.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_strangers_code_and_an_unknown_one_are_the_same_page()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        using var browsing = new Browsing(clinic.Server, clinic.Token);

        Answer unknown = await browsing.GetAsync("/customers/7Q4M-2KTD-9RWX-JV");

        Assert.Equal(404, unknown.Status);
        Assert.Contains("<html", unknown.Body, StringComparison.Ordinal);
    }

    private static Task<Answer> FindAsync(Browsing browsing, string text) =>
        browsing.SendAsync("/customers", "/customers/lookups", ("q", text));

    private static Task<Answer> ShowAsync(Browsing browsing, string code) =>
        browsing.SendAsync($"/customers/{code}", $"/customers/{code}/reveals", ("field", "email"));

    private static string Plain(Answer page) => System.Net.WebUtility.HtmlDecode(page.Body);
}
