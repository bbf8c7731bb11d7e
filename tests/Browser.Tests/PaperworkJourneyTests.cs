using Microsoft.Playwright;
using Strongroom.Server.Tests.Redaction;

namespace Strongroom.Browser.Tests;

/// <summary>J5: a letter goes in, is decided on by keys, and a proved copy goes to the archive.</summary>
[Collection(PaperworkPractice.Name)]
public sealed class PaperworkJourneyTests(Chrome chrome, Practice practice)
{
    private const int Boxes = 8;

    private static readonly string[] Letter =
    [
        "Example Clinic", "Dear Zebulon Quartzmire,", "we have your number 900-12-7788 on file.",
        "Your card 4111 1111 1111 1111 was charged.", "We write to zebulon.quartzmire@example.org",
        "and to billing@example.net as you asked.", "Call 202-555-0143 or 202-555-0199 before noon.",
        "Zebulon Quartzmire asked for a copy.", "Nothing else is open; the umbrella is yours.",
    ];

    [Fact]
    public async Task A_letter_with_eight_boxes_is_decided_in_nine_keys_and_found_in_the_archive()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync(SmallPdf.Letter(Letter));
        await paperwork.LookAsync("paperwork");
        await paperwork.FollowAsync("Review");
        await paperwork.LookAsync("review");

        var keyboard = new Keyboard(visitor);
        await keyboard.ShowsFocusAsync();
        Assert.Equal(Boxes, await visitor.Page.Locator("[data-row]").CountAsync());
        for (int i = 0; i < Boxes; i++)
        {
            Assert.True(await visitor.Button("Make redacted copy").IsDisabledAsync());
            await keyboard.PressAsync("a");
        }

        await paperwork.LookAsync("decided");
        await keyboard.PressAndGoAsync("Enter");
        Assert.Equal(Boxes + 1, keyboard.Actions);

        await paperwork.UntilAsync("Nothing is left");
        await paperwork.LookAsync("result");
        await visitor.PressAsync("File in the archive");
        await paperwork.LookAsync("filed");
        await visitor.GoAsync("/archive");
        await visitor.Page.Locator("#field-words").FillAsync("umbrella");
        await visitor.FollowAsync(() => visitor.Page.Locator("#field-words").PressAsync("Enter"));
        await paperwork.LookAsync("found");
        Assert.Equal(1, await visitor.Page.GetByRole(AriaRole.Row).Filter(
            new LocatorFilterOptions { HasText = practice.Code }).CountAsync());
        Sound.Expect(Practice.LeftBehind(visitor.Watch.Traces));
    }

    [Fact]
    public async Task A_box_is_drawn_and_moved_by_keys_and_drawn_by_mouse()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync(SmallPdf.Letter("Nothing of anybody is in this letter."));
        await paperwork.FollowAsync("Review again");
        var keyboard = new Keyboard(visitor);
        ILocator drawn = visitor.Page.Locator("rect[data-box]");
        Assert.Equal(0, await drawn.CountAsync());

        await keyboard.PressAsync("n");
        await keyboard.ShowsFocusAsync();
        await paperwork.LookAsync("drawing");
        await keyboard.PressAsync("ArrowUp");
        await keyboard.PressAsync("Shift+ArrowRight");
        await keyboard.PressAndGoAsync("Enter");
        Assert.Equal(1, await drawn.CountAsync());
        int left = await NumberAsync(drawn.First, "x");
        await keyboard.PressAsync("m");
        await keyboard.PressAsync("ArrowRight");
        await paperwork.DecideAsync(() => keyboard.PressAsync("Enter"));
        await keyboard.ShowsFocusAsync();
        Assert.Equal(left + 100, await NumberAsync(drawn.First, "x"));
        await paperwork.DecideAsync(() => keyboard.PressAsync("u"));
        Assert.Equal(left, await NumberAsync(drawn.First, "x"));
        await visitor.Page.ReloadAsync();
        Assert.Equal(left, await NumberAsync(drawn.First, "x"));

        LocatorBoundingBoxResult page = (await visitor.Page.Locator("[data-over]").BoundingBoxAsync())!;
        IMouse mouse = visitor.Page.Mouse;
        await mouse.MoveAsync(page.X + (page.Width / 5), page.Y + (page.Height / 5));
        await mouse.DownAsync();
        await mouse.MoveAsync(page.X + (page.Width / 2), page.Y + (page.Height / 4));
        await mouse.UpAsync();
        await visitor.PressAsync("Keep");
        Assert.Equal(2, await drawn.CountAsync());
        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task Without_script_the_same_is_done_by_forms()
    {
        await using Visitor visitor =
            await practice.VisitAsync(chrome, practice.People["records-clerk"], hasScript: false);
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync(SmallPdf.Letter([.. Letter[..2], "ring 202-555-0143"]));
        await paperwork.FollowAsync("Review");
        while (await visitor.Button("Make redacted copy").IsDisabledAsync())
        {
            Sound.Expect(await visitor.FaultsAsync());
            await visitor.FollowAsync(() => visitor.Page.Locator(
                "[data-decision=undecided] button[value^=accept]").First.ClickAsync());
        }

        await visitor.PressAsync("Make redacted copy");
        await paperwork.UntilAsync("Nothing is left");
        await visitor.PressAsync("File in the archive");
        Sound.Expect(await visitor.FaultsAsync());
        Assert.Equal(1, await visitor.Page.GetByText("In the archive since").CountAsync());
    }

    [Fact]
    public async Task Without_script_a_box_is_drawn_and_moved_by_its_measures_and_words_are_named()
    {
        await using Visitor visitor =
            await practice.VisitAsync(chrome, practice.People["records-clerk"], hasScript: false);
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync(SmallPdf.Letter("Nothing of anybody is in this letter."));
        await paperwork.FollowAsync("Review again");
        Sound.Expect(await visitor.FaultsAsync());
        await MeasureAsync(visitor, "20", "30.5", "50", "10");
        ILocator drawn = visitor.Page.Locator("rect.movable");
        (int Left, int Width) made = (await NumberAsync(drawn, "x"), await NumberAsync(drawn, "width"));
        await visitor.Page.Locator("#measure-box").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await MeasureAsync(visitor, "40", "30", "25", "10");

        Assert.Equal((1134, 2835), made); // a millimetre is 56.69 units
        Assert.Equal(1, await drawn.CountAsync());
        Assert.Equal((2268, 1417), (await NumberAsync(drawn, "x"), await NumberAsync(drawn, "width")));

        await paperwork.UploadAsync("The umbrella is yours.\nThe Umbrella too.\n");
        await paperwork.FollowAsync("Review again");
        await visitor.Page.Locator("#measure-words").FillAsync("umbrella");
        await visitor.PressAsync("Keep");
        Assert.Equal(["umbrella", "Umbrella"], await visitor.Page.Locator("mark.accepted").AllInnerTextsAsync());
        await visitor.Page.Locator("#measure-words").FillAsync("parasol");
        await visitor.PressAsync("Keep");
        Assert.Equal(1, await visitor.Page.GetByText("These words do not stand in the document.").CountAsync());
        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task A_text_is_reviewed_in_its_own_words_and_selected_text_becomes_a_box()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync("Dear Zebulon Quartzmire,\r\n\r\nthe umbrella of Gravelpit is yours.\r\n");
        await paperwork.FollowAsync("Review");
        await paperwork.LookAsync("text");
        int before = await visitor.Page.Locator("[data-row]").CountAsync();

        await paperwork.SelectAsync("Gravelpit");
        await visitor.Page.Keyboard.PressAsync("n");
        await visitor.FollowAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));

        Assert.Equal(before + 1, await visitor.Page.Locator("[data-row]").CountAsync());
        Assert.Equal("Gravelpit", await visitor.Page.Locator("mark.accepted").InnerTextAsync());
        Sound.Expect(await visitor.FaultsAsync());
        Sound.Expect(Practice.LeftBehind(visitor.Watch.Traces));
    }

    private static async Task MeasureAsync(Visitor visitor, string left, string top, string width, string height)
    {
        await visitor.Page.Locator("#measure-left").FillAsync(left);
        await visitor.Page.Locator("#measure-top").FillAsync(top);
        await visitor.Page.Locator("#measure-width").FillAsync(width);
        await visitor.Page.Locator("#measure-height").FillAsync(height);
        await visitor.PressAsync("Keep");
    }

    private static async Task<int> NumberAsync(ILocator shape, string name) =>
        int.Parse((await shape.GetAttributeAsync(name))!, System.Globalization.CultureInfo.InvariantCulture);
}
