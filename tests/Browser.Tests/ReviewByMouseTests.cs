using System.Globalization;
using Microsoft.Playwright;
using Strongroom.Server.Tests.Redaction;

namespace Strongroom.Browser.Tests;

/// <summary>What the mouse and a finger do on the page's picture; all of it has a key too.</summary>
[Collection(PaperworkPractice.Name)]
public sealed class ReviewByMouseTests(Chrome chrome, Practice practice)
{
    private const int Least = 40; // two points, in the page's units
    private const int PageWidth = 12240;
    private const int PageHeight = 15840;

    [Fact]
    public async Task A_drawn_box_moves_with_the_mouse_and_back_again_by_undo()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        Paperwork paperwork = await DrawAsync(visitor);
        int[] drawn = await AreaAsync(visitor);

        await paperwork.DecideAsync(() => DragAsync(visitor, 0.5, 0.5, 60, 40));
        int[] moved = await AreaAsync(visitor);
        await paperwork.LookAsync("moved");
        await visitor.Page.ReloadAsync();
        int[] kept = await AreaAsync(visitor);
        await paperwork.DecideAsync(() => DragAsync(visitor, 0.5, 0.5, -30, 0));
        await paperwork.DecideAsync(() => visitor.Page.Keyboard.PressAsync("u"));

        Assert.InRange(moved[0] - drawn[0], 60 * 10, 60 * 30);
        Assert.InRange(moved[1] - drawn[1], 40 * 10, 40 * 30);
        Assert.Equal(drawn[2..], moved[2..]);
        Assert.Equal(moved, kept);
        Assert.Equal(moved, await AreaAsync(visitor));
        Assert.Equal("Moved back.", await visitor.Page.Locator("[data-said]").InnerTextAsync());
        Sound.Expect(visitor.Watch.Faults);
    }

    [Fact]
    public async Task A_drawn_box_is_sized_at_its_edges_and_neither_vanishes_nor_leaves_the_page()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        Paperwork paperwork = await DrawAsync(visitor);
        int[] drawn = await AreaAsync(visitor);

        await paperwork.DecideAsync(() => DragAsync(visitor, 1, 1, 50, 30));
        int[] larger = await AreaAsync(visitor);
        await paperwork.DecideAsync(() => DragAsync(visitor, 1, 1, -2000, -2000));
        int[] least = await AreaAsync(visitor);
        await paperwork.DecideAsync(() => visitor.Page.Keyboard.PressAsync("u"));
        await paperwork.DecideAsync(() => DragAsync(visitor, 0.5, 0.5, 5000, 5000));
        int[] corner = await AreaAsync(visitor);

        Assert.Equal(drawn[..2], larger[..2]);
        Assert.InRange(larger[2] - drawn[2], 50 * 10, 50 * 30);
        Assert.InRange(larger[3] - drawn[3], 30 * 10, 30 * 30);
        Assert.Equal([drawn[0], drawn[1], Least, Least], least);
        Assert.Equal([PageWidth - larger[2], PageHeight - larger[3], larger[2], larger[3]], corner);
        Sound.Expect(visitor.Watch.Faults);
    }

    [Fact]
    public async Task Escape_takes_back_what_the_mouse_is_doing()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        await DrawAsync(visitor);
        int[] drawn = await AreaAsync(visitor);
        int sent = 0;
        visitor.Page.Request += (_, request) => sent += request.Method == "GET" ? 0 : 1;

        await BeginAsync(visitor, await OnBoxAsync(visitor, 0.5, 0.5), 60, 40);
        int[] onTheWay = await AreaAsync(visitor);
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.Mouse.UpAsync();
        int[] back = await AreaAsync(visitor);

        await BeginAsync(visitor, await OnPageAsync(visitor, 0.2, 0.7), 80, 40);
        int sketched = await visitor.Page.Locator("rect.drawing").CountAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.Mouse.UpAsync();

        Assert.NotEqual(drawn, onTheWay);
        Assert.Equal(drawn, back);
        Assert.Equal(1, sketched);
        Assert.Equal(0, await visitor.Page.Locator("rect.drawing").CountAsync());
        Assert.False(await visitor.Page.Locator("[data-draw]").IsVisibleAsync());
        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task A_new_box_can_be_moved_and_sized_before_it_is_kept_and_a_click_only_chooses()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync(SmallPdf.Letter("Dear Zebulon Quartzmire,", "ring 202-555-0143"));
        await paperwork.FollowAsync("Review");
        ILocator rows = visitor.Page.Locator("[data-row]");

        await visitor.Page.Locator("rect[data-box]").Last.ClickAsync();
        bool isChosen = await rows.Last.EvaluateAsync<bool>("one => one === document.activeElement");
        await visitor.Page.Keyboard.PressAsync("n");
        ILocator shape = visitor.Page.Locator("rect.drawing");
        int before = await NumberAsync(shape, "y");
        LocatorBoundingBoxResult box = (await shape.BoundingBoxAsync())!;
        await BeginAsync(visitor, (box.X + (box.Width / 2), box.Y + (box.Height / 2)), 0, 50);
        await visitor.Page.Mouse.UpAsync();
        int after = await NumberAsync(shape, "y");
        await visitor.PressAsync("Keep");

        Assert.True(isChosen);
        Assert.InRange(after - before, 50 * 10, 50 * 30);
        Assert.Equal(after, await NumberAsync(visitor.Page.Locator("rect.movable"), "y"));
        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task A_finger_on_a_drawn_box_moves_it_and_beside_it_scrolls_the_page()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        Paperwork paperwork = await DrawAsync(visitor);
        await visitor.LookAsync(Look.Narrow);
        await visitor.Page.Locator("rect.movable").ScrollIntoViewIfNeededAsync();
        int[] drawn = await AreaAsync(visitor);
        double top = await ScrollAsync(visitor);

        await paperwork.DecideAsync(async () => await visitor.SwipeAsync(await OnBoxAsync(visitor, 0.5, 0.5), 0, -60));
        int[] moved = await AreaAsync(visitor);
        double still = await ScrollAsync(visitor);
        await visitor.SwipeAsync(await OnPageAsync(visitor, 0.5, 0.8), 0, -60);

        Assert.True(moved[1] < drawn[1], "the finger moves the box");
        Assert.Equal(top, still);
        await Assertions.Expect(visitor.Page.Locator("html")).Not.ToHaveJSPropertyAsync("scrollTop", top);
        Assert.Equal(moved, await AreaAsync(visitor));
    }

    /// <summary>A letter with one box, drawn by mouse and kept.</summary>
    private async Task<Paperwork> DrawAsync(Visitor visitor)
    {
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync(SmallPdf.Letter("Nothing of anybody is in this letter."));
        await paperwork.FollowAsync("Review again");
        await BeginAsync(visitor, await OnPageAsync(visitor, 0.2, 0.2), 140, 60);
        await visitor.Page.Mouse.UpAsync();
        await visitor.PressAsync("Keep");
        return paperwork;
    }

    private static async Task DragAsync(Visitor visitor, double across, double down, float x, float y)
    {
        await BeginAsync(visitor, await OnBoxAsync(visitor, across, down), x, y);
        await visitor.Page.Mouse.UpAsync();
    }

    private static async Task BeginAsync(Visitor visitor, (float X, float Y) from, float x, float y)
    {
        await visitor.Page.Mouse.MoveAsync(from.X, from.Y);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(from.X + x, from.Y + y, new MouseMoveOptions { Steps = 5 });
    }

    private static async Task<(float X, float Y)> OnBoxAsync(Visitor visitor, double across, double down) =>
        await InAsync(visitor.Page.Locator("rect.movable"), across, down);

    private static async Task<(float X, float Y)> OnPageAsync(Visitor visitor, double across, double down) =>
        await InAsync(visitor.Page.Locator("[data-over]"), across, down);

    private static async Task<(float X, float Y)> InAsync(ILocator shape, double across, double down)
    {
        LocatorBoundingBoxResult box = (await shape.BoundingBoxAsync())!;
        return ((float)(box.X + (box.Width * across)), (float)(box.Y + (box.Height * down)));
    }

    private static Task<double> ScrollAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<double>("document.scrollingElement.scrollTop");

    /// <summary>Left, top, width and height of the drawn box, in the page's units.</summary>
    private static async Task<int[]> AreaAsync(Visitor visitor)
    {
        ILocator shape = visitor.Page.Locator("rect.movable");
        return
        [
            await NumberAsync(shape, "x"), await NumberAsync(shape, "y"), await NumberAsync(shape, "width"),
            await NumberAsync(shape, "height"),
        ];
    }

    private static async Task<int> NumberAsync(ILocator shape, string name) =>
        int.Parse((await shape.GetAttributeAsync(name))!, CultureInfo.InvariantCulture);
}
