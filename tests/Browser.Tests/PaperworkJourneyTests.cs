using Microsoft.Playwright;
using Strongroom.Server.Tests.Redaction;

namespace Strongroom.Browser.Tests;

/// <summary>J5: a letter goes in, is decided on by keys, and a proved copy goes to the archive.</summary>
public sealed class PaperworkJourneyTests(Chrome chrome, Practice practice) : IClassFixture<Practice>
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
        await UploadAsync(visitor, practice.Code, Letter);
        await LookAsync(visitor, "paperwork");
        await visitor.FollowAsync(() => Link(visitor, "Review").First.ClickAsync());
        await LookAsync(visitor, "review");

        var keyboard = new Keyboard(visitor);
        await keyboard.ShowsFocusAsync();
        Assert.Equal(Boxes, await visitor.Page.Locator("[data-row]").CountAsync());
        for (int i = 0; i < Boxes; i++)
        {
            Assert.True(await visitor.Button("Make redacted copy").IsDisabledAsync());
            await keyboard.PressAsync("a");
        }

        await LookAsync(visitor, "decided");
        await keyboard.PressAndGoAsync("Enter");
        Assert.Equal(Boxes + 1, keyboard.Actions);

        await UntilAsync(visitor, "Nothing is left");
        await LookAsync(visitor, "result");
        await visitor.PressAsync("File in the archive");
        await LookAsync(visitor, "filed");
        await visitor.GoAsync("/archive");
        await visitor.Page.Locator("#field-words").FillAsync("umbrella");
        await visitor.FollowAsync(() => visitor.Page.Locator("#field-words").PressAsync("Enter"));
        await LookAsync(visitor, "found");
        Assert.Equal(1, await visitor.Page.GetByRole(AriaRole.Row).Filter(
            new LocatorFilterOptions { HasText = practice.Code }).CountAsync());
        Sound.Expect(Practice.LeftBehind(visitor.Watch.Traces));
    }

    [Fact]
    public async Task A_box_is_drawn_and_moved_by_keys_and_drawn_by_mouse()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        await UploadAsync(visitor, practice.Code, ["Nothing of anybody is in this letter."]);
        await visitor.FollowAsync(() => Link(visitor, "Review again").First.ClickAsync());
        var keyboard = new Keyboard(visitor);
        ILocator drawn = visitor.Page.Locator("rect[data-box]");
        Assert.Equal(0, await drawn.CountAsync());

        await keyboard.PressAsync("n");
        await keyboard.ShowsFocusAsync();
        await LookAsync(visitor, "drawing");
        await keyboard.PressAsync("ArrowUp");
        await keyboard.PressAsync("Shift+ArrowRight");
        await keyboard.PressAndGoAsync("Enter");
        Assert.Equal(1, await drawn.CountAsync());
        int left = await NumberAsync(drawn.First, "x");
        await keyboard.PressAsync("m");
        await keyboard.PressAsync("ArrowRight");
        await keyboard.PressAndGoAsync("Enter");
        Assert.InRange(await NumberAsync(drawn.First, "x"), left + 1, left + 400);

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
        await UploadAsync(visitor, practice.Code, [.. Letter[..2], "ring 202-555-0143"]);
        await visitor.FollowAsync(() => Link(visitor, "Review").First.ClickAsync());
        while (await visitor.Button("Make redacted copy").IsDisabledAsync())
        {
            Sound.Expect(await visitor.FaultsAsync());
            await visitor.FollowAsync(() => visitor.Page.Locator(
                "[data-decision=undecided] button[value^=accept]").First.ClickAsync());
        }

        await visitor.PressAsync("Make redacted copy");
        await UntilAsync(visitor, "Nothing is left");
        await visitor.PressAsync("File in the archive");
        Sound.Expect(await visitor.FaultsAsync());
        Assert.Equal(1, await visitor.Page.GetByText("In the archive since").CountAsync());
    }

    [Fact]
    public async Task A_text_is_reviewed_in_its_own_words_and_selected_text_becomes_a_box()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        await UploadAsync(visitor, practice.Code, System.Text.Encoding.UTF8.GetBytes(
            "Dear Zebulon Quartzmire,\r\n\r\nthe umbrella of Gravelpit is yours.\r\n"), "wrenstow.txt");
        await visitor.FollowAsync(() => Link(visitor, "Review").First.ClickAsync());
        await LookAsync(visitor, "text");
        int before = await visitor.Page.Locator("[data-row]").CountAsync();

        await visitor.Page.GetByText("the umbrella of Gravelpit").EvaluateAsync(
            """
            one => {
              const node = [...one.childNodes].find(child => child.textContent.includes("Gravelpit"));
              const at = node.textContent.indexOf("Gravelpit");
              getSelection().setBaseAndExtent(node, at, node, at + "Gravelpit".length);
            }
            """);
        await visitor.Page.Keyboard.PressAsync("n");
        await visitor.FollowAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));

        Assert.Equal(before + 1, await visitor.Page.Locator("[data-row]").CountAsync());
        Assert.Equal("Gravelpit", await visitor.Page.Locator("mark.accepted").InnerTextAsync());
        Sound.Expect(await visitor.FaultsAsync());
        Sound.Expect(Practice.LeftBehind(visitor.Watch.Traces));
    }

    private static ILocator Link(Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true });

    private static async Task<int> NumberAsync(ILocator shape, string name) =>
        int.Parse((await shape.GetAttributeAsync(name))!, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task LookAsync(Visitor visitor, string name)
    {
        Sound.Expect(await visitor.FaultsAsync());
        if (Environment.GetEnvironmentVariable("STRONGROOM_LOOKS") is { } folder)
        {
            foreach (Look look in new[] { Look.Light, Look.Dark, Look.Narrow })
            {
                await visitor.LookAsync(look);
                await File.WriteAllBytesAsync(
                    Path.Combine(folder, $"{name}-{look.Name[..4].Trim()}.png"),
                    await visitor.PictureAsync(isWhole: true),
                    TestContext.Current.CancellationToken);
            }

            await visitor.LookAsync(Look.Light);
        }
    }

    private Task UploadAsync(Visitor visitor, string code, string[] lines) =>
        UploadAsync(visitor, code, SmallPdf.Letter(lines).Write(), "wrenstow.pdf");

    private async Task UploadAsync(Visitor visitor, string code, byte[] file, string name)
    {
        await visitor.GoAsync("/documents");
        await visitor.Page.Locator("#field-customer").FillAsync(code);
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
        await visitor.PressAsync("Upload");
        await UntilAsync(visitor, null);
    }

    // A page that is at work has progress to show; the server's clock is ours to move.
    private async Task UntilAsync(Visitor visitor, string? text)
    {
        for (int i = 0; i < 300; i++)
        {
            practice.Server.Time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(50, TestContext.Current.CancellationToken);
            if (await visitor.Page.GetByRole(AriaRole.Progressbar).CountAsync() == 0
                && (text is null || await visitor.Page.GetByText(text).CountAsync() > 0))
            {
                await visitor.Page.WaitForLoadStateAsync();
                return;
            }

            if (i % 10 == 9)
            {
                await visitor.Page.ReloadAsync();
            }
        }

        Assert.Fail("the work does not end:\n" + await visitor.Page.Locator("main").InnerTextAsync());
    }
}
