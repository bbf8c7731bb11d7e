using Microsoft.Playwright;

namespace Strongroom.Browser.Tests;

/// <summary>The tools of these tests see what they are there to see.</summary>
public sealed class HarnessTests(Chrome chrome)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly Uri Nowhere = new("https://localhost:9/");

    [Fact]
    public async Task A_sound_page_has_no_fault_in_any_look()
    {
        await using Visitor visitor = await ShowAsync(
            """<main><h1>Customers</h1><p>One customer.</p><button type="button">Show this customer</button></main>""");

        foreach (Look look in Look.All)
        {
            Assert.Equal([], await visitor.FaultsOfLookAsync(look));
        }

        Assert.Equal([], visitor.Watch.Faults);
    }

    [Theory]
    [InlineData("""<p style="color:red">x</p>""", "style-src-attr")]
    [InlineData("""<button onclick="go()">x</button>""", "script-src-attr")]
    [InlineData("""<img alt="" src="data:image/png;base64,aaaa">""", "img-src")]
    [InlineData("""<script src="/sink.js"></script>""", "require-trusted-types-for")]
    public async Task What_the_policy_blocks_is_counted(string html, string directive)
    {
        await using Visitor visitor = await ShowAsync(html);

        await SoonAsync(() => visitor.Watch.Faults.Any(
            fault => fault.Contains($"\"violatedDirective\":\"{directive}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_error_of_a_script_is_counted()
    {
        await using Visitor visitor = await ShowAsync("""<script src="/fault.js"></script>""");

        await SoonAsync(() => visitor.Watch.Faults.Any(
            fault => fault.Contains("nowhere is not defined", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""<label>x</label><input>""", "label")]
    [InlineData("""<p class="pale">pale</p>""", "color-contrast")]
    [InlineData("""<a href="/a">a</a><a href="/b">b</a>""", "target-size")]
    [InlineData("""<p class="wide">x</p>""", "wider than the window")]
    public async Task What_a_reader_cannot_use_is_counted(string html, string rule)
    {
        await using Visitor visitor = await ShowAsync(html);

        IReadOnlyList<string> faults = await visitor.FaultsOfLookAsync(Look.Narrow);

        Assert.Contains(faults, fault => fault.Contains(rule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twice_the_letters_of_a_reader_are_twice_as_large()
    {
        await using Visitor visitor = await ShowAsync("<p>x</p>");
        ILocator paragraph = visitor.Page.Locator("p");
        LocatorBoundingBoxResult before = (await paragraph.BoundingBoxAsync())!;

        await visitor.LookAsync(Look.LargeText);

        Assert.InRange((await paragraph.BoundingBoxAsync())!.Height / before.Height, 1.9, 2.1);
    }

    [Theory]
    [InlineData("""<p style="color:red">x</p>""", true)]
    [InlineData("""<p class="x" STYLE = 'a'>x</p>""", true)]
    [InlineData("""<a href="javascript:go()">x</a>""", true)]
    [InlineData("""<script src="_framework/blazor.web.js"></script>""", true)]
    [InlineData("""<a onclick="go()">x</a>""", true)]
    [InlineData("""<p>what style="…" and on="…" mean</p><a href="/x" class="button">style=</a>""", false)]
    [InlineData("""<input name="on" data-on-show="x">""", false)]
    public void Forbidden_html_is_found(string html, bool isFound) =>
        Assert.Equal(isFound, Watch.ForbiddenIn(html).Any());

    [Fact]
    public async Task Addresses_and_titles_are_kept()
    {
        await using Visitor visitor = await ShowAsync("<p>x</p>");

        Assert.Contains("https://localhost:9/page", visitor.Watch.Traces);
        Assert.Contains("A page", visitor.Watch.Traces);
    }

    [Fact]
    public async Task Without_script_no_script_runs()
    {
        await using Visitor visitor = await ShowAsync("""<script src="/fault.js"></script>""", hasScript: false);

        Assert.Equal([], visitor.Watch.Faults);
    }

    private static async Task SoonAsync(Func<bool> holds)
    {
        for (int i = 0; i < 100 && !holds(); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.True(holds());
    }

    private async Task<Visitor> ShowAsync(string html, bool hasScript = true)
    {
        Visitor visitor = await chrome.VisitAsync(Nowhere, hasScript);
        await visitor.Page.RouteAsync("**/*", route => route.FulfillAsync(Answer(new Uri(route.Request.Url), html)));
        await visitor.GoAsync("/page");
        return visitor;
    }

    private static RouteFulfillOptions Answer(Uri address, string html) => address.AbsolutePath switch
    {
        "/page" => new RouteFulfillOptions
        {
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string> { ["content-security-policy"] = Policy },
            Body = $"""
                <!doctype html><html lang="en"><title>A page</title>
                <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css"><body>{html}</body></html>
                """,
        },
        "/page.css" => new RouteFulfillOptions
        {
            ContentType = "text/css",
            Body = ":root { color-scheme: light dark } .pale { color: #ddd; background: #fff } .wide { width: 600px }",
        },
        "/sink.js" => new RouteFulfillOptions
        {
            ContentType = "text/javascript",
            Body = "try { document.body.innerHTML = 'x' } catch { }",
        },
        "/fault.js" => new RouteFulfillOptions { ContentType = "text/javascript", Body = "nowhere()" },
        _ => new RouteFulfillOptions { Status = 404 },
    };
}
