using Microsoft.Playwright;
using Strongroom.Server.Tests;

namespace Strongroom.Browser.Tests;

/// <summary>A recipient is made, gets a code and a list, writes back, and is revoked.</summary>
public sealed class RecipientJourneyTests(Chrome chrome, Practice practice) : IClassFixture<Practice>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_form_to_the_list_and_back_to_the_customer(bool hasScript)
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.Owner, hasScript);
        await visitor.GoAsync("/recipients/new");
        await visitor.Page.GetByLabel("Who it is").FillAsync($"Sample Carrier {(hasScript ? "one" : "two")}");
        await visitor.Page.GetByLabel("Customer asked for help").CheckAsync();
        await visitor.PressAsync("Make recipient");
        string recipient = new Uri(visitor.Page.Url).AbsolutePath;
        await KeepAsync(visitor, "made");

        await visitor.GoAsync($"/customers/{practice.Code}/recipient-codes");
        await KeepAsync(visitor, "customer");
        ILocator line = visitor.Page.Locator("li.field-line").Filter(
            new LocatorFilterOptions { HasText = hasScript ? "Carrier one" : "Carrier two" });
        await visitor.FollowAsync(() => line.GetByRole(AriaRole.Button).ClickAsync());
        string code = await visitor.Page.Locator(".notice .code").InnerTextAsync();
        await KeepAsync(visitor, "code");

        await visitor.GoAsync(recipient + "/exports");
        await KeepAsync(visitor, "export");
        await visitor.Page.GetByLabel("E-mail").CheckAsync();
        await visitor.PressAsync("Export");
        Assert.StartsWith("/jobs/", new Uri(visitor.Page.Url).AbsolutePath, StringComparison.Ordinal);
        string job = new Uri(visitor.Page.Url).AbsolutePath["/jobs/".Length..];
        await practice.EndOfAsync(job);
        if (hasScript)
        {
            // The page loads itself when the job has ended.
            await visitor.Page.Locator(".badge", new PageLocatorOptions { HasText = "Done" }).WaitForAsync();
        }

        await visitor.GoAsync(recipient);
        await KeepAsync(visitor, "one");
        Assert.Equal(Visitor.Download, await visitor.GoAsync($"{recipient}/exports/{job}/file"));
        await visitor.GoAsync(recipient);
        await visitor.Page.GetByLabel("A code that this recipient has sent").FillAsync(code.ToLowerInvariant());
        await visitor.PressAsync("Open the customer");
        Assert.Equal($"/customers/{practice.Code}", new Uri(visitor.Page.Url).AbsolutePath);

        await visitor.GoAsync("/recipients");
        await KeepAsync(visitor, "list");
        await visitor.GoAsync(recipient + "/revocation");
        await KeepAsync(visitor, "revoke");
        await visitor.PressAsync("Revoke it");
        Assert.Equal(1, await visitor.Page.GetByText("Its codes lead nowhere from now on").CountAsync());
        Sound.Expect(await visitor.FaultsAsync());
        Sound.Expect(Practice.LeftBehind(visitor.Watch.Traces));
    }

    /// <summary>A picture for whoever works on the pages, where <c>STRONGROOM_PICTURES</c> names a folder.</summary>
    private static async Task KeepAsync(Visitor visitor, string name)
    {
        if (Environment.GetEnvironmentVariable("STRONGROOM_PICTURES") is not { } folder)
        {
            return;
        }

        foreach (Look look in new[] { Look.Light, Look.Dark, Look.Narrow })
        {
            await visitor.LookAsync(look);
            await File.WriteAllBytesAsync(
                Path.Combine(folder, $"recipients-{name}-{look.Name}.png"), await visitor.PictureAsync(),
                TestContext.Current.CancellationToken);
        }

        await visitor.LookAsync(Look.Light);
    }
}
