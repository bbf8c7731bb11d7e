using System.Net.Http;
using System.Text.Json;
using Microsoft.Playwright;
using Strongroom.Server.Tests;
using Strongroom.Server.Tests.Redaction;

namespace Strongroom.Browser.Tests;

/// <summary>The buttons of a review that decide on more than one box, and what the picture says by colour.</summary>
[Collection(PaperworkPractice.Name)]
public sealed class ReviewButtonsTests(Chrome chrome, Practice practice)
{
    private const string Letter =
        "The umbrella is at the gate.\r\nWrite to billing@example.net or desk@example.org.\r\n"
        + "An umbrella and an umbrella.\r\nCall 202-555-0143.\r\n";

    [Fact]
    public async Task A_drawn_word_is_accepted_everywhere_or_never_and_removed_where_it_was_drawn()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        Paperwork paperwork = await ReviewAsync(visitor);
        await paperwork.SelectAsync("umbrella");
        await visitor.Page.Keyboard.PressAsync("n");
        await visitor.FollowAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));
        string drawn = await visitor.Page.Locator("mark.accepted").GetAttributeAsync("data-box") ?? "";

        await paperwork.PressActAsync($"everywhere-{drawn}");
        string[] everywhere = [.. await MarkedAsync(visitor, "accepted")];
        await paperwork.LookAsync("everywhere");
        await paperwork.PressActAsync($"never-{drawn}");
        string[] never = [.. await MarkedAsync(visitor, "rejected")];
        await paperwork.PressActAsync($"remove-{drawn}");

        Assert.Equal(["umbrella", "umbrella", "umbrella"], everywhere);
        Assert.Equal(everywhere, never);
        Assert.Equal(["umbrella", "umbrella"], await MarkedAsync(visitor, "rejected"));
        Assert.Empty(await MarkedAsync(visitor, "accepted"));
        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task All_of_a_kind_are_accepted_at_once_and_a_decision_is_undone()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        Paperwork paperwork = await ReviewAsync(visitor);
        ILocator first = visitor.Page.Locator("mark", new PageLocatorOptions { HasText = "billing@example.net" });
        string box = await first.GetAttributeAsync("data-box") ?? "";
        string left = await LeftAsync(visitor);

        await paperwork.PressActAsync($"kind-{box}");
        IReadOnlyList<string> accepted = await MarkedAsync(visitor, "accepted");
        string after = await LeftAsync(visitor);
        ILocator undo = visitor.Page.Locator($"button[value=undo-{box}]");
        await visitor.Page.Locator("details").Filter(new LocatorFilterOptions { Has = undo }).Locator("summary").ClickAsync();
        await paperwork.DecideAsync(() => undo.ClickAsync());

        Assert.Equal(("3 left to decide", "1 left to decide"), (left, after));
        Assert.Equal(["billing@example.net", "desk@example.org"], accepted);
        Assert.Equal("2 left to decide", await LeftAsync(visitor));
        Assert.True(await visitor.Button("Make redacted copy").IsDisabledAsync());
        await visitor.Page.ReloadAsync();
        Assert.Equal(["desk@example.org"], await MarkedAsync(visitor, "accepted"));
        Sound.Expect(visitor.Watch.Faults);
    }

    [Fact]
    public async Task Ink_that_no_text_stands_for_is_red_on_the_page_and_named_in_the_list()
    {
        const string Signature = "2 w 100 300 m 120 360 140 240 160 300 c 170 340 180 260 200 310 c 210 330 220 280 240 300 c S";
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync(SmallPdf.Letter("Dear Zebulon Quartzmire,", "signed below").Draw(Signature));
        await paperwork.FollowAsync("Review");
        ILocator ink = visitor.Page.Locator("rect.unread");

        string undecided = await ColourAsync(ink);
        await paperwork.LookAsync("ink");
        ILocator row = visitor.Page.Locator("[data-row].unread");
        string words = await row.InnerTextAsync();
        string box = await ink.GetAttributeAsync("data-box") ?? "";
        await paperwork.DecideAsync(() => visitor.Page.Locator($"button[value=accept-{box}]").ClickAsync());

        Assert.Equal("rgb(179, 0, 27)", undecided);
        Assert.StartsWith("Unread ink", words, StringComparison.Ordinal);
        Assert.Contains("ink that no text stands for", words, StringComparison.Ordinal);
        Assert.Equal(1, await visitor.Page.GetByText("Red is ink that no text stands for").CountAsync());
        Assert.NotEqual(undecided, await ColourAsync(ink));
        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task A_view_of_a_page_is_one_reading_of_the_original_in_the_log()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync(SmallPdf.Letter("Dear Zebulon Quartzmire,"));
        int before = await ReadingsAsync();

        await paperwork.FollowAsync("Review");
        int once = await ReadingsAsync();
        await visitor.Page.ReloadAsync();

        Assert.True(await visitor.Page.Locator("[data-picture] img").EvaluateAsync<bool>("one => one.naturalWidth > 0"));
        Assert.Equal((before + 1, before + 2), (once, await ReadingsAsync()));
    }

    private static async Task<IReadOnlyList<string>> MarkedAsync(Visitor visitor, string decision) =>
        await visitor.Page.Locator($"mark.{decision}").AllInnerTextsAsync();

    private static Task<string> LeftAsync(Visitor visitor) => visitor.Page.Locator("[data-left-words]").InnerTextAsync();

    private static Task<string> ColourAsync(ILocator shape) =>
        shape.EvaluateAsync<string>("one => { one.classList.remove('current'); return getComputedStyle(one).stroke; }");

    private async Task<Paperwork> ReviewAsync(Visitor visitor)
    {
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync(Letter);
        await paperwork.FollowAsync("Review");
        return paperwork;
    }

    private async Task<int> ReadingsAsync()
    {
        string token = await practice.Server.LogInSteppedUpAsync(practice.Owner);
        int readings = 0;
        for (long? next = 0; next is not null;)
        {
            Answer log = await practice.Server.SendAsync(
                HttpMethod.Get, $"log/entries?from={next}&limit=200", null, token);
            readings += log.Json.GetProperty("items").EnumerateArray()
                .Count(entry => entry.GetProperty("act").GetString() == "OriginalRead");
            next = log.Json.TryGetProperty("next", out JsonElement more) ? more.GetInt64() : null;
        }

        return readings;
    }
}
