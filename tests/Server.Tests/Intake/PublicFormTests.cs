using System.Text.Json;

namespace Strongroom.Server.Tests.Intake;

/// <summary>A customer fills in the public form; without script, without a cookie, in every state of the server.</summary>
public sealed class PublicFormTests
{
    [Fact]
    public async Task What_is_sent_becomes_a_customer_with_the_code_of_the_receipt()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();

        PublicAnswer receipt = await desk.SendAsync(
            ("full-name", "Grace Example"), ("email", "grace@example.org"), ("date-of-birth", "1971-12-31"),
            ("postal-address.line1", "1 Example Street"), ("postal-address.city", "Exampleton"),
            ("payment-card.number", "4111 1111 1111 1111"), ("note", "Two lines\r\nof a note"));

        Assert.True(receipt.Status == 200, receipt.Html);
        await desk.TakenAsync();
        Assert.Equal("Grace Example", await desk.RevealAsync(receipt.Code, "full-name"));
        Assert.Equal("Two lines\nof a note", await desk.RevealAsync(receipt.Code, "note"));
        Assert.Equal(
            """{"lines":["1 Example Street"],"city":"Exampleton"}""",
            await desk.RevealAsync(receipt.Code, "postal-address"));
        Answer found = await desk.Clinic.SendAsync(
            HttpMethod.Post, "customers/lookups", new { fields = new { email = "grace@example.org" } });
        Assert.Equal(receipt.Code, found.Json.GetProperty("items")[0].GetProperty("code").GetString());
        await AssertLoggedAsync(desk);
    }

    [Fact]
    public async Task The_page_says_who_asks_why_how_long_and_who_may_see_and_lets_the_browser_fill_in()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();

        PublicAnswer page = await desk.Site.GetAsync("/f/welcome");

        Assert.Equal(200, page.Status);
        foreach (string words in (string[])
            [
                "Example Clinic", "Become a customer", "Ten years after your last visit",
                "So that we can call you back. Seen by: case handler, front desk.",
                "The law asks for it. Seen by: case handler.",
                "autocomplete=\"name\"", "autocomplete=\"email\"", "autocomplete=\"bday\"", "autocomplete=\"cc-number\"",
                "autocomplete=\"address-line1\"", "autocomplete=\"postal-code\"", "type=\"date\"", "type=\"tel\"",
            ])
        {
            Assert.Contains(words, page.Html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.Contains("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.True(page.Headers.ContainsKey("Strict-Transport-Security"));
        Assert.False(page.Headers.ContainsKey("Set-Cookie"));
    }

    [Fact]
    public async Task Faults_come_back_together_with_everything_kept_and_the_first_one_focused()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();

        PublicAnswer page = await desk.SendAsync(
            ("email", "no address"), ("date-of-birth", "31.12.1971"), ("postal-address.city", "Exampleton"),
            ("note", "kept <b>as</b> \"typed\""));

        Assert.Equal(422, page.Status);
        Assert.Contains("4 things to correct", page.Html, StringComparison.Ordinal);
        foreach (string kept in (string[])
            ["value=\"no address\"", "value=\"31.12.1971\"", "value=\"Exampleton\"", "kept &lt;b&gt;as&lt;/b&gt; &quot;typed&quot;"])
        {
            Assert.Contains(kept, page.Html, StringComparison.Ordinal);
        }

        Assert.Contains("<a href=\"#field-full-name\">", page.Html, StringComparison.Ordinal);
        Assert.Matches("<input id=\"field-full-name\"[^>]* autofocus", page.Html);
        Assert.Equal(1, page.Html.Split(" autofocus").Length - 1);
        Assert.Empty(await desk.WaitingAsync());

        Dictionary<string, string> again = page.Hidden;
        again["full-name"] = "Grace Example";
        Assert.True((await desk.Site.PostAsync(IntakeDesk.Slug, again)).IsReceipt);
    }

    [Fact]
    public async Task Sending_twice_gives_the_same_receipt_and_one_customer_also_at_once_and_after_a_restart()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        Dictionary<string, string> fields = await desk.Site.OpenAsync(IntakeDesk.Slug);
        fields["full-name"] = "Grace Example";

        PublicAnswer[] receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => desk.Site.PostAsync(IntakeDesk.Slug, fields)));
        await desk.TakenAsync();
        await desk.RestartAsync();
        PublicAnswer last = await desk.Site.PostAsync(IntakeDesk.Slug, fields);
        await desk.TakenAsync();

        Assert.Single(receipts.Append(last).Select(receipt => receipt.Code).Distinct());
        Assert.Equal([last.Code], await CodesAsync(desk));
    }

    [Fact]
    public async Task While_the_compartment_is_closed_it_waits_and_is_there_after_opening()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        Assert.Equal(200, (await desk.CloseAsync()).Status);

        PublicAnswer receipt = await desk.SendAsync(("full-name", "Grace Example"));

        Assert.True(receipt.IsReceipt, receipt.Html);
        Assert.Single(await desk.WaitingAsync());
        Answer form = await desk.Clinic.SendAsync(HttpMethod.Get, "intake-forms/welcome");
        Assert.Equal(1, form.Json.GetProperty("waiting").GetInt32());
        Assert.Equal(200, (await desk.ReopenAsync()).Status);
        await desk.TakenAsync();
        Assert.Equal("Grace Example", await desk.RevealAsync(receipt.Code, "full-name"));
    }

    [Fact]
    public async Task While_the_whole_server_is_sealed_it_is_accepted_and_is_there_after_opening()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        string key = Path.Combine(desk.Clinic.Server.Folder, "credentials", "unseal-key");
        File.Move(key, key + ".away");
        await desk.RestartAsync();
        Assert.Equal(503, (await desk.Clinic.SendAsync(HttpMethod.Get, "customers")).Status);
        Assert.False(desk.Clinic.Server.Keys.IsOpen);

        PublicAnswer receipt = await desk.SendAsync(("full-name", "Grace Example"));

        Assert.True(receipt.IsReceipt, receipt.Html);
        Assert.Single(Directory.GetFiles(desk.DataFolder, "*.age", SearchOption.AllDirectories));
        File.Move(key + ".away", key);
        await desk.RestartAsync();
        await desk.TakenAsync();
        Assert.Equal("Grace Example", await desk.RevealAsync(receipt.Code, "full-name"));
    }

    [Fact]
    public async Task A_form_that_was_open_too_long_or_is_of_an_earlier_version_is_shown_again_with_everything_kept()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        Dictionary<string, string> fields = await desk.Site.OpenAsync(IntakeDesk.Slug);
        fields["full-name"] = "Grace Example";

        desk.Clinic.Server.Time.Advance(TimeSpan.FromHours(24));
        PublicAnswer late = await desk.Site.PostAsync(IntakeDesk.Slug, fields);
        fields["token"] = late.Hidden["token"];
        fields["version"] = "7";
        PublicAnswer other = await desk.Site.PostAsync(IntakeDesk.Slug, fields);

        Assert.Contains("open for more than a day", late.Html, StringComparison.Ordinal);
        Assert.Contains("has changed since", other.Html, StringComparison.Ordinal);
        Assert.All([late, other], page => Assert.Equal(422, page.Status));
        Assert.All([late, other], page => Assert.Contains("value=\"Grace Example\"", page.Html, StringComparison.Ordinal));
        Assert.True((await desk.Site.PostAsync(
            IntakeDesk.Slug, new Dictionary<string, string>(other.Hidden) { ["full-name"] = "Grace Example" })).IsReceipt);
    }

    [Fact]
    public async Task The_field_that_must_stay_empty_keeps_programs_out_and_tells_people()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();

        PublicAnswer page = await desk.SendAsync(("full-name", "Grace Example"), ("website", "https://example.org"));

        Assert.Equal(422, page.Status);
        Assert.Contains("must stay empty", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Grace Example\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://example.org", page.Html, StringComparison.Ordinal);
        Assert.Empty(await desk.WaitingAsync());
    }

    [Theory]
    [InlineData("CVV 123")]
    [InlineData("my security code is 1234")]
    [InlineData("%B4111111111111111^EXAMPLE/GRACE^29081010000000000")]
    [InlineData(";4111111111111111=29081010000000000?")]
    [InlineData("PIN 4711")]
    [InlineData("the pin code: 471199")]
    public async Task Card_codes_tracks_and_pins_are_refused_like_everywhere(string note)
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();

        PublicAnswer page = await desk.SendAsync(("full-name", "Grace Example"), ("note", note));
        Answer register = await desk.Clinic.SendAsync(
            HttpMethod.Post, "customers", new { compartment = "clinic", fields = new { note } });

        Assert.Equal(422, page.Status);
        Assert.Contains("refused, never stored", page.Html, StringComparison.Ordinal);
        Assert.Equal(400, register.Status);
        Assert.Empty(await desk.WaitingAsync());
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(IntakeDesk desk)
    {
        Answer list = await desk.Clinic.SendAsync(HttpMethod.Get, "customers?limit=200");
        return [.. list.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!)];
    }

    private static async Task AssertLoggedAsync(IntakeDesk desk)
    {
        Answer log = await desk.Clinic.SendAsync(HttpMethod.Get, "log/entries?limit=200");
        JsonElement[] entries = [.. log.Json.GetProperty("items").EnumerateArray()];
        Assert.Contains(entries, entry => Text(entry, "act") == "FormPublished");
        JsonElement taken = Assert.Single(entries, entry => Text(entry, "act") == "TakenIn");
        Assert.Equal("intake-form", Text(taken, "actor"));
        Assert.False(taken.TryGetProperty("body", out _)); // sealed under the customer's key
    }

    private static string? Text(JsonElement entry, string name) => entry.GetProperty(name).GetString();
}
