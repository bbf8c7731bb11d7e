using System.Text.Json;

namespace Strongroom.Server.Tests.Intake;

/// <summary>Publishing, taking back, embedding: who may, what is refused, what the log says.</summary>
public sealed class StaffSideTests
{
    [Fact]
    public async Task A_form_is_published_shown_listed_and_taken_back()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();

        Answer list = await desk.Clinic.SendAsync(HttpMethod.Get, "intake-forms");
        JsonElement form = Assert.Single(list.Json.GetProperty("items").EnumerateArray());
        Assert.Equal("trusted", list.Text("state"));
        Assert.EndsWith("/f/welcome", form.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("Example Clinic", form.GetProperty("asks").GetString());
        Assert.False(form.TryGetProperty("embed", out _));

        Assert.Equal(204, (await desk.Clinic.SendAsync(HttpMethod.Delete, "intake-forms/welcome")).Status);
        Assert.Equal(404, (await desk.Clinic.SendAsync(HttpMethod.Delete, "intake-forms/welcome")).Status);
        Assert.Equal(404, (await desk.Clinic.SendAsync(HttpMethod.Get, "intake-forms/welcome")).Status);
        await AssertUnreachableAsync(desk);

        Assert.Equal(201, (await desk.PublishAsync()).Status);
        await desk.ReachAsync();
        Assert.Equal(200, (await desk.Site.GetAsync("/f/welcome")).Status);
        string[] acts = await ActsAsync(desk);
        Assert.Equal(["FormPublished", "FormUnpublished", "FormPublished"], acts.Where(act => act.StartsWith(
            "Form", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_sent_before_a_form_was_taken_back_is_taken_in_all_the_same()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        await desk.CloseAsync();
        PublicAnswer receipt = await desk.SendAsync(("full-name", "Grace Example"));

        Assert.Equal(204, (await desk.Clinic.SendAsync(HttpMethod.Delete, "intake-forms/welcome")).Status);
        await desk.ReopenAsync();
        await desk.TakenAsync();

        Assert.Equal("Grace Example", await desk.RevealAsync(receipt.Code, "full-name"));
    }

    [Fact]
    public async Task Exactly_the_published_origins_may_frame_a_form()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        Answer form = await desk.Clinic.SendAsync(HttpMethod.Get, "intake-forms/welcome");

        Answer missing = await desk.Clinic.SendAsync(HttpMethod.Patch, "intake-forms/welcome", Origins("https://a.example"));
        Answer stale = await EmbedAsync(desk, "\"99\"", "https://a.example");
        Answer changed = await EmbedAsync(
            desk, form.Headers["ETag"], "https://www.example.org", "https://shop.example.org:8443/");

        Assert.Equal(428, missing.Status);
        Assert.Equal(412, stale.Status);
        Assert.True(changed.Status == 200, changed.Body);
        Assert.StartsWith("<iframe src=\"https://127.0.0.1:", changed.Text("embed"), StringComparison.Ordinal);
        PublicAnswer page = await desk.Site.GetAsync("/f/welcome");
        Assert.EndsWith(
            "frame-ancestors https://shop.example.org:8443 https://www.example.org",
            page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.False(page.Headers.ContainsKey("X-Frame-Options"));
        Assert.EndsWith("frame-ancestors 'none'", (await desk.Site.GetAsync("/f/nothing")).Headers[
            "Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors https://shop", (await desk.SendAsync(("full-name", "Grace Example"))).Headers[
            "Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://www.example.org")]
    [InlineData("https://*.example.org")]
    [InlineData("https://www.example.org/path")]
    [InlineData("https://ada@www.example.org")]
    [InlineData("https://www.example.org 'unsafe-inline'")]
    [InlineData("https://www.example.org;script-src *")]
    [InlineData("*")]
    [InlineData("")]
    public async Task What_is_no_origin_is_refused(string origin)
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();

        Answer refused = await EmbedAsync(desk, "*", origin);

        Assert.Equal(400, refused.Status);
        Assert.True(refused.Json.GetProperty("errors").TryGetProperty("embedOrigins", out _));
    }

    [Fact]
    public async Task Origins_of_the_settings_hold_where_the_publisher_names_none()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync("--Intake:EmbedOrigins=https://www.example.org");

        Assert.EndsWith("frame-ancestors https://www.example.org", (await desk.Site.GetAsync("/f/welcome")).Headers[
            "Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slug", "Welcome")]
    [InlineData("slug", "")]
    [InlineData("title", "")]
    [InlineData("title", "two\nlines")]
    [InlineData("keptFor", "")]
    [InlineData("introduction", "\u0007")]
    public async Task A_form_that_does_not_fit_is_refused(string name, string value)
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        Dictionary<string, object> form = IntakeDesk.Form();
        form[name] = value;

        Answer refused = await desk.PublishAsync(form);

        Assert.Equal(400, refused.Status);
        Assert.True(refused.Json.GetProperty("errors").TryGetProperty(name, out _), refused.Body);
    }

    [Fact]
    public async Task Fields_that_are_none_twice_or_without_a_reason_are_refused()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        foreach (object[] fields in (object[][])
            [
                [], [new { kind = "shoe-size", why = "x" }], [new { kind = "email", why = "" }],
                [new { kind = "email", why = "x" }, new { kind = "email", why = "y" }],
                [.. Enumerable.Range(0, 41).Select(i => new { kind = $"k{i}", why = "x" })],
            ])
        {
            Dictionary<string, object> form = IntakeDesk.Form();
            form["fields"] = fields;
            Answer refused = await desk.PublishAsync(form);
            Assert.Equal(400, refused.Status);
            Assert.True(refused.Json.GetProperty("errors").TryGetProperty("fields", out _), refused.Body);
        }
    }

    [Fact]
    public async Task A_series_that_is_not_there_closed_or_another_than_before_is_refused()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        Assert.Equal(404, (await desk.PublishAsync(IntakeDesk.Form("other", "nowhere"))).Status);
        Assert.Equal(
            201, (await desk.Clinic.SendAsync(HttpMethod.Post, "compartments", new { name = "accounts" })).Status);
        Answer elsewhere = await desk.PublishAsync(IntakeDesk.Form(series: "accounts"));
        await desk.CloseAsync();
        Answer closed = await desk.PublishAsync();

        Assert.Equal((409, "not-allowed"), (elsewhere.Status, elsewhere.Code));
        Assert.Equal((503, "compartment-closed"), (closed.Status, closed.Code));
    }

    [Fact]
    public async Task Publishing_asks_for_a_fresh_step_up_and_for_the_permission()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        Person clerk = await desk.Clinic.Server.AddPersonAsync(desk.Clinic.Token, "clerk@example.org", "records-clerk");
        string token = await desk.Clinic.Server.LogInAsync(clerk);
        foreach ((HttpMethod method, string path) in ((HttpMethod, string)[])
            [
                (HttpMethod.Get, "intake-forms"), (HttpMethod.Get, "intake-forms/welcome"), (HttpMethod.Post, "intake-forms"),
                (HttpMethod.Delete, "intake-forms/welcome"), (HttpMethod.Patch, "intake-forms/welcome"),
            ])
        {
            Answer refused = await desk.Clinic.Server.SendAsync(method, path, IntakeDesk.Form(), token);
            Assert.Equal(403, refused.Status);
        }

        desk.Clinic.Server.Time.Advance(TimeSpan.FromMinutes(6));
        Answer stale = await desk.PublishAsync();
        Answer embed = await EmbedAsync(desk, "*", "https://www.example.org");
        Assert.All([stale, embed], answer => Assert.Equal((401, "step-up-required"), (answer.Status, answer.Code)));
    }

    [Fact]
    public async Task Where_the_pin_cannot_be_kept_nothing_is_published()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        File.Delete(desk.PinFile);
        Directory.CreateDirectory(desk.PinFile);
        byte[] before = await File.ReadAllBytesAsync(desk.FormsFile, TestContext.Current.CancellationToken);

        Answer refused = await desk.PublishAsync();

        Assert.Equal((503, "not-ready"), (refused.Status, refused.Code));
        Assert.Equal(before, await File.ReadAllBytesAsync(desk.FormsFile, TestContext.Current.CancellationToken));
    }

    private static object Origins(params string[] origins) => new { embedOrigins = origins };

    private static Task<Answer> EmbedAsync(IntakeDesk desk, string version, params string[] origins) =>
        desk.Clinic.Server.SendAsync(
            HttpMethod.Patch, "intake-forms/welcome", Origins(origins), desk.Clinic.Token, ("If-Match", version));

    private static async Task AssertUnreachableAsync(IntakeDesk desk)
    {
        for (int i = 0; i < 500; i++)
        {
            try
            {
                await desk.Site.GetAsync("/f/welcome");
            }
            catch (System.Net.Http.HttpRequestException)
            {
                return;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Fail("the listener still answers");
    }

    private static async Task<string[]> ActsAsync(IntakeDesk desk) =>
        [.. (await desk.Clinic.SendAsync(HttpMethod.Get, "log/entries?limit=200")).Json.GetProperty("items")
            .EnumerateArray().Select(entry => entry.GetProperty("act").GetString()!)];
}
