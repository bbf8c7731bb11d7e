using Microsoft.Playwright;

namespace Strongroom.Browser.Tests;

/// <summary>Makes the README's pictures. Run by <c>docs/pictures/make</c>, never with the tests.</summary>
public sealed class PicturesTests(Chrome chrome)
{
    private const int MostBytes = 180_000;
    private const int Height = 720;

    private static readonly Look[] Looks = [Look.Light, Look.Dark];

    [Fact(Explicit = true)]
    public async Task Pictures_for_the_readme()
    {
        var demo = new Demo();
        await using Visitor owner = await demo.VisitAsync(chrome, "owner");
        await owner.GoAsync("/compartments");
        await KeepAsync(owner, "compartments", Look.Light.Width);
        await owner.GoAsync("/checks");
        await KeepAsync(owner, "checks", Look.Light.Width);

        await using Visitor newcomer = await demo.VisitAsync(chrome, "newcomer");
        await newcomer.GoAsync("/agreement");
        await KeepAsync(newcomer, "agreement", Look.Light.Width);

        await using Visitor handler = await demo.VisitAsync(chrome, "case-handler");
        await handler.GoAsync("/customers");
        ILocator search = handler.Page.GetByRole(AriaRole.Searchbox);
        await search.FillAsync("example 1940");
        await handler.FollowAsync(() => search.PressAsync("Enter"));
        await KeepAsync(handler, "search", Look.Light.Width);
        await handler.GoAsync($"/customers/{demo.Code}");
        await handler.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show" }).First.ClickAsync();
        await KeepAsync(handler, "reveal", Look.Light.Width);

        await using Visitor clerk = await demo.VisitAsync(chrome, "records-clerk");
        await clerk.GoAsync("/documents");
        ILocator review = clerk.Page.GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = "Letter" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Review" });
        await clerk.FollowAsync(() => review.First.ClickAsync());
        await clerk.Page.Keyboard.PressAsync("a");
        await clerk.Page.Keyboard.PressAsync("a");
        await clerk.Page.Keyboard.PressAsync("r");
        await KeepAsync(clerk, "review", Look.Light.Width);
        await FileAsync(clerk);
        await KeepAsync(clerk, "archive", Look.Light.Width);

        await using Visitor customer = await chrome.VisitAsync(demo.Public);
        Assert.Equal(200, await customer.GoAsync("/f/welcome"));
        const int Phone = 390;
        await KeepAsync(customer, "intake", Phone);
    }

    /// <summary>Takes the statement through to the archive, and searches for it.</summary>
    private static async Task FileAsync(Visitor clerk)
    {
        await clerk.GoAsync("/documents");
        ILocator review = clerk.Page.GetByRole(AriaRole.Listitem).Filter(
            new LocatorFilterOptions { HasText = "Statement" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Review" });
        await clerk.FollowAsync(() => review.First.ClickAsync());
        while (await clerk.Button("Make redacted copy").IsDisabledAsync())
        {
            await clerk.Page.Keyboard.PressAsync("a");
        }

        await clerk.PressAsync("Make redacted copy");
        await clerk.Page.GetByText("Nothing is left", new PageGetByTextOptions { Exact = true }).WaitForAsync();
        await clerk.PressAsync("File in the archive");
        await clerk.GoAsync("/archive");
        await clerk.Page.Locator("#field-words").FillAsync("statement june");
        await clerk.PressAsync("Search");
    }

    private static async Task KeepAsync(Visitor visitor, string name, int width)
    {
        string folder = Environment.GetEnvironmentVariable("STRONGROOM_PICTURES")!;
        foreach (Look look in Looks)
        {
            await visitor.LookAsync(look);
            await visitor.Page.SetViewportSizeAsync(width, Height);
            byte[] picture = await visitor.PictureAsync();
            Assert.InRange(picture.Length, 1, MostBytes);
            await File.WriteAllBytesAsync(
                Path.Combine(folder, $"{name}-{look.Name}.png"), picture, TestContext.Current.CancellationToken);
        }
    }
}
