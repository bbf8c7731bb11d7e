using Microsoft.Playwright;

namespace Strongroom.Browser.Tests;

/// <summary>J3 and J4: finding a customer, making sure, and showing a field. By keyboard, with counted actions.</summary>
public sealed class CustomerJourneyTests(Chrome chrome, Practice practice) : IClassFixture<Practice>
{
    [Fact]
    public async Task A_customer_is_found_and_confirmed_in_three_actions()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["front-desk"]);
        var keyboard = new Keyboard(visitor);
        await visitor.GoAsync("/help");

        await visitor.Page.Keyboard.PressAsync("/");
        await keyboard.TypeAsync("quartzmire 1971");
        await keyboard.PressAndGoAsync("Enter");
        Sound.Expect(await visitor.FaultsAsync());
        await keyboard.ShowsFocusAsync();
        Assert.DoesNotContain("Zebulon", await visitor.Page.ContentAsync(), StringComparison.Ordinal);
        await keyboard.PressAndGoAsync("Enter");
        Assert.Equal($"/customers/{practice.Code}", new Uri(visitor.Page.Url).AbsolutePath);
        Sound.Expect(await visitor.FaultsAsync());
        await visitor.FollowAsync(() => visitor.Page.Keyboard.PressAsync("i"));
        await keyboard.TypeAsync("Zebulon Quartzmire");
        await keyboard.PressAndGoAsync("Enter");

        Assert.Equal(3, keyboard.Actions);
        Assert.True(await visitor.Page.GetByText("Matches", new PageGetByTextOptions { Exact = true }).IsVisibleAsync());
        Sound.Expect(await visitor.FaultsAsync());
        Sound.Expect(Practice.LeftBehind(visitor.Watch.Traces));
    }

    [Fact]
    public async Task A_field_is_shown_in_two_actions_and_the_next_one_in_one()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["case-handler"]);
        var keyboard = new Keyboard(visitor);
        await visitor.GoAsync($"/customers/{practice.Code}");

        await keyboard.PressAsync("s");
        await keyboard.ShowsFocusAsync();
        Sound.Expect(await visitor.FaultsAsync());
        if (await visitor.Page.Locator("dialog input[name=purpose]:checked").CountAsync() == 0)
        {
            await visitor.Page.Keyboard.PressAsync("Space"); // the first time there is no last purpose
        }

        await keyboard.PressAsync("Enter");
        await visitor.Page.GetByText("Zebulon Quartzmire").WaitForAsync();
        Assert.Equal(2, keyboard.Actions);
        Sound.Expect(await visitor.FaultsAsync());

        await keyboard.ReachAsync(Show(visitor, "E-mail"));
        await keyboard.PressAsync("Enter");
        await visitor.Page.GetByText("zebulon.quartzmire@example.org").WaitForAsync();
        Assert.Equal(3, keyboard.Actions);

        await visitor.Page.Keyboard.PressAsync("Shift+Escape");
        Assert.Equal(0, await visitor.Page.GetByText("Zebulon").CountAsync());
        Sound.Expect(Practice.LeftBehind(visitor.Watch.Traces));
    }

    [Fact]
    public async Task A_protected_field_asks_for_the_passkey()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.Owner);
        await visitor.TakeAuthenticatorAsync();
        await visitor.GoAsync("/account");
        await visitor.Page.GetByLabel("Name of the new passkey").FillAsync("Work laptop");
        await visitor.PressAsync("Add a passkey");
        practice.Server.Time.Advance(TimeSpan.FromMinutes(6)); // the step-up of the log-in is over
        var keyboard = new Keyboard(visitor);
        await visitor.GoAsync($"/customers/{practice.Code}");

        await keyboard.ReachAsync(Show(visitor, "Social security number"));
        await keyboard.PressAsync("Enter");
        await SayWhyAsync(visitor, keyboard);

        await visitor.Page.GetByText("900-12-7788").WaitForAsync(); // the third action was the passkey's
        Assert.InRange(keyboard.Actions, 1, 2);
        Sound.Expect(visitor.Watch.Faults);
        Sound.Expect(Practice.LeftBehind(visitor.Watch.Traces));
    }

    [Fact]
    public async Task What_is_shown_prints_as_its_mask_and_goes_when_the_page_is_left()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.Owner);
        var keyboard = new Keyboard(visitor);
        await visitor.GoAsync($"/customers/{practice.Code}");
        await keyboard.PressAsync("s");
        await SayWhyAsync(visitor, keyboard);
        ILocator value = visitor.Page.GetByText("Zebulon Quartzmire");
        await value.WaitForAsync();

        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await value.IsVisibleAsync());
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });

        await visitor.GoAsync("/help");
        await visitor.Page.GoBackAsync();
        Assert.Equal(0, await value.CountAsync());
    }

    [Fact]
    public async Task Without_script_a_customer_is_looked_up_and_a_field_shown()
    {
        await using Visitor visitor = await chrome.VisitAsync(practice.Address, hasScript: false);
        await visitor.LogInAsync(practice.Owner, practice.Server.NextCode(practice.Owner));

        await visitor.Page.GetByRole(AriaRole.Searchbox).First.FillAsync("zebulon.quartzmire@example.org");
        await visitor.FollowAsync(() => visitor.Page.GetByRole(AriaRole.Searchbox).First.PressAsync("Enter"));
        Sound.Expect(await visitor.FaultsAsync());
        await visitor.FollowAsync(() => visitor.Page.GetByRole(
            AriaRole.Link, new PageGetByRoleOptions { Name = practice.Code }).ClickAsync());
        await visitor.FollowAsync(() => Show(visitor, "E-mail").ClickAsync());
        Sound.Expect(await visitor.FaultsAsync());
        if (await visitor.Page.GetByRole(AriaRole.Radio).CountAsync() > 0) // else it was said a moment ago
        {
            await visitor.Page.GetByRole(AriaRole.Radio).First.CheckAsync();
            await visitor.PressAsync("Show");
        }

        Assert.True(await visitor.Page.GetByText("zebulon.quartzmire@example.org").IsVisibleAsync());
        Sound.Expect(await visitor.FaultsAsync());
        Sound.Expect(Practice.LeftBehind(visitor.Watch.Traces));
    }

    private static ILocator Show(Visitor visitor, string field) => visitor.Page.GetByRole(
        AriaRole.Button, new PageGetByRoleOptions { Name = "Show " + field, Exact = false });

    // The dialog; who has said why within a quarter of an hour is not asked again.
    private static async Task SayWhyAsync(Visitor visitor, Keyboard keyboard)
    {
        await visitor.Page.Locator("dialog[open], .shown").First.WaitForAsync();
        if (await visitor.Page.Locator("dialog[open]").CountAsync() == 0)
        {
            return;
        }

        if (await visitor.Page.Locator("dialog input[name=purpose]:checked").CountAsync() == 0)
        {
            await visitor.Page.Keyboard.PressAsync("Space");
        }

        await keyboard.PressAsync("Enter");
    }
}
