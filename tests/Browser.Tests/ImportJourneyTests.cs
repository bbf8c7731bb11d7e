using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Strongroom.Browser.Tests;

/// <summary>A1: many customers from a file, in four pages, and all of them back.</summary>
public sealed class ImportJourneyTests(Chrome chrome, Practice practice) : IClassFixture<Practice>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Customers_come_in_by_four_pages_and_go_back(bool hasScript)
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["case-handler"], hasScript);
        var pages = new List<string>();
        async Task LookAroundAsync()
        {
            pages.Add(await visitor.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).InnerTextAsync());
            Sound.Expect(await visitor.FaultsAsync());
        }

        await visitor.GoAsync("/imports/new");
        await LookAroundAsync();
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(File(hasScript ? "s" : "n"));
        await visitor.PressAsync("Upload");
        await LookAroundAsync();
        await visitor.PressAsync("Start the dry run");
        await UntilAsync(visitor, "Import");
        await LookAroundAsync();
        await visitor.PressAsync("Import");
        await UntilAsync(visitor, null);
        await LookAroundAsync();

        Assert.Equal(4, pages.Count);
        await visitor.FollowAsync(() => visitor.Page.GetByRole(
            AriaRole.Link, new PageGetByRoleOptions { Name = "Undo this import" }).ClickAsync());
        await LookAroundAsync();
        Sound.Expect(Practice.LeftBehind(visitor.Watch.Traces));
    }

    private static FilePayload File(string mark)
    {
        var csv = new StringBuilder("Full name;Email;Favourite colour\n");
        for (int i = 0; i < 30; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"Ida Wrenstow {mark}{i};ida.{mark}{i}@example.org;green\n");
        }

        return new FilePayload
        {
            Name = "wrenstow.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(csv.ToString()),
        };
    }

    // A page that is at work has progress to show; the server's clock is ours to move.
    private async Task UntilAsync(Visitor visitor, string? button)
    {
        for (int i = 0; i < 200; i++)
        {
            practice.Server.Time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(30, TestContext.Current.CancellationToken);
            if (await visitor.Page.GetByRole(AriaRole.Progressbar).CountAsync() == 0
                && (button is null || await visitor.Button(button).CountAsync() > 0))
            {
                await visitor.Page.WaitForLoadStateAsync();
                return;
            }

            if (i % 10 == 9)
            {
                await visitor.Page.ReloadAsync();
            }
        }

        Assert.Fail("the import does not end");
    }
}
