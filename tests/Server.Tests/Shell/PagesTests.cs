using Strongroom.Server.Shell.Pages;

namespace Strongroom.Server.Tests.Shell;

public sealed class PagesTests
{
    [Theory]
    [InlineData("/customers", "/customers")]
    [InlineData("/customers/7Q4M-2KTD-9RWX-JV?done=corrected", "/customers/7Q4M-2KTD-9RWX-JV?done=corrected")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/a\r\nSet-Cookie: b", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Where_to_go_on_is_a_path_of_this_host_and_nothing_else(string? asked, string given) =>
        Assert.Equal(given, OwnPath.Of(asked));

    [Fact]
    public void A_path_of_200_characters_is_taken_and_one_more_is_not()
    {
        string longest = "/" + new string('a', 199);

        Assert.Equal(longest, OwnPath.Of(longest));
        Assert.Equal("/", OwnPath.Of(longest + "a"));
    }

    [Fact]
    public async Task There_is_no_circuit_and_no_script_of_the_framework()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        var visit = new PageVisit(server, await server.LogInAsync(owner));

        Answer home = await visit.GetAsync("/");

        Assert.Equal(200, home.Status);
        Assert.DoesNotContain("_framework", home.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--Blazor", home.Body, StringComparison.Ordinal);
        Assert.Equal(404, (await visit.GetAsync("/_blazor")).Status);
        Assert.Equal(404, (await visit.GetAsync("/_framework/blazor.web.js")).Status);
    }

    [Fact]
    public async Task A_person_gets_a_page_and_a_program_gets_problem_details_where_nothing_is()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        var visit = new PageVisit(server, await server.LogInAsync(owner));

        Answer page = await visit.GetAsync("/nowhere");
        Answer problem = await server.SendAsync(HttpMethod.Get, "nowhere");

        Assert.Equal((404, "text/html; charset=utf-8"), (page.Status, page.Headers["Content-Type"]));
        Assert.Contains("it is not yours to see", page.Body, StringComparison.Ordinal);
        Assert.Equal((404, "not-found"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task Who_is_not_logged_in_is_sent_to_the_log_in_and_back()
    {
        (RunningServer server, _) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;

        Answer answer = await new PageVisit(server).GetAsync("/");

        Assert.Equal((303, "/log-in?back=%2F"), (answer.Status, answer.Headers["Location"]));
    }

    [Fact]
    public async Task The_ways_shown_are_those_that_may_be_gone()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;

        Answer inside = await new PageVisit(server, await server.LogInAsync(owner)).GetAsync("/help");
        Answer outside = await new PageVisit(server).GetAsync("/help");

        Assert.Contains("href=\"/staff\"", inside.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/imports\"", inside.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/staff\"", outside.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/log-out", outside.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_asset_is_kept_for_good_under_its_address_and_never_under_an_old_one()
    {
        (RunningServer server, _) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        string style = new PageAssets().Style;

        Answer current = await server.SendAsync(HttpMethod.Get, style);
        Answer old = await server.SendAsync(HttpMethod.Get, "/assets/0000000000000000/strongroom.css");
        Answer none = await server.SendAsync(HttpMethod.Get, "/assets/0000000000000000/nothing.css");

        Assert.Equal("public, max-age=31536000, immutable", current.Headers["Cache-Control"]);
        Assert.Equal("no-store", old.Headers["Cache-Control"]);
        Assert.Equal(current.Body, old.Body);
        Assert.Equal(404, none.Status);
    }

    [Fact]
    public void A_style_sheet_and_an_island_load_nothing_from_elsewhere_and_make_no_markup_of_text()
    {
        var assembly = typeof(PageAssets).Assembly;
        string[] names = [.. assembly.GetManifestResourceNames().Where(
            name => name.StartsWith("Strongroom.Server.assets.", StringComparison.Ordinal))];

        Assert.NotEmpty(names);
        foreach (string name in names)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            string text = reader.ReadToEnd();

            Assert.DoesNotContain("innerHTML", text, StringComparison.Ordinal);
            Assert.DoesNotContain("insertAdjacentHTML", text, StringComparison.Ordinal);
            Assert.DoesNotContain("eval(", text, StringComparison.Ordinal);
            Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
            Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
            Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
            Assert.True(
                !name.EndsWith(".js", StringComparison.Ordinal) || text.Split('\n').Length <= 151, name + " is too long");
        }
    }
}
