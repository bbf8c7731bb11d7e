using Microsoft.Playwright;
using Strongroom.Server.Tests;

namespace Strongroom.Browser.Tests;

/// <summary>Coming in: with password and code, with a passkey, and past the agreement.</summary>
public sealed class EntryJourneyTests(Chrome chrome, Practice practice) : IClassFixture<Practice>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_logs_in_with_password_and_code_and_out_again(bool hasScript)
    {
        await using Visitor visitor = await chrome.VisitAsync(practice.Address, hasScript);
        Person person = practice.People["auditor"];

        await visitor.GoAsync("/checks");
        Assert.StartsWith("/log-in", new Uri(visitor.Page.Url).AbsolutePath, StringComparison.Ordinal);
        await visitor.Page.GetByLabel("E-mail").FillAsync(person.Email);
        await visitor.Page.GetByLabel("Password").FillAsync(person.Password);
        await visitor.Page.Locator("#field-code").FillAsync(practice.Server.NextCode(person));
        await visitor.FollowAsync(() => visitor.Page.Locator("#field-code").PressAsync("Enter"));

        Assert.Equal("/checks", new Uri(visitor.Page.Url).AbsolutePath); // where one was going
        Sound.Expect(await visitor.FaultsAsync());
        await visitor.PressAsync("Log out");
        await visitor.GoAsync("/checks");
        Assert.Equal("/log-in", new Uri(visitor.Page.Url).AbsolutePath);
        Sound.Expect(visitor.Watch.Faults);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_on_a_sound_page_that_keeps_the_address()
    {
        await using Visitor visitor = await chrome.VisitAsync(practice.Address);
        Person person = practice.People["auditor"] with { Password = "nine grey herons stand" };

        await visitor.LogInAsync(person, practice.Server.NextCode(person));

        Assert.Equal(person.Email, await visitor.Page.GetByLabel("E-mail").InputValueAsync());
        Assert.Equal(string.Empty, await visitor.Page.GetByLabel("Password").InputValueAsync());
        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task A_passkey_is_added_and_logs_in_without_a_password()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        await visitor.TakeAuthenticatorAsync();
        await visitor.GoAsync("/account");
        await visitor.Page.GetByLabel("Name of the new passkey").FillAsync("Work laptop");
        await visitor.PressAsync("Add a passkey");
        Assert.Contains("done=added", visitor.Page.Url, StringComparison.Ordinal);
        Sound.Expect(await visitor.FaultsAsync());
        await visitor.FollowAsync(
            () => visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Change Work laptop" }).ClickAsync());
        Sound.Expect(await visitor.FaultsAsync());
        await visitor.PressAsync("Log out");

        // The authenticator answers as soon as it is asked, so the page that offers passkeys may log in by itself.
        if (new Uri(visitor.Page.Url).AbsolutePath is not ("/log-in" or "/"))
        {
            await visitor.Page.GotoAsync("/log-in", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        }

        await visitor.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");

        Assert.Equal(200, await visitor.GoAsync("/account"));
        Assert.Contains("passkey", await visitor.Page.GetByRole(AriaRole.Row).Filter(
            new LocatorFilterOptions { HasText = "this one" }).InnerTextAsync(), StringComparison.Ordinal);
        Sound.Expect(visitor.Watch.Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_newcomer_accepts_the_agreement_with_a_code(bool hasScript)
    {
        Person person = await practice.Server.AddPersonAsync(
            await practice.Server.LogInSteppedUpAsync(practice.Owner), $"new-{hasScript}@example.org", "front-desk");
        await using Visitor visitor = await chrome.VisitAsync(practice.Address, hasScript);
        await visitor.LogInAsync(person, practice.Server.NextCode(person));
        await visitor.GoAsync("/agreement");
        Sound.Expect(await visitor.FaultsAsync());

        await visitor.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.Page.GetByLabel("Your full name").FillAsync("Grace Example");
        await visitor.Page.Locator("#field-code").FillAsync(practice.Server.NextCode(person));
        await visitor.PressAsync("Accept with the code");

        Assert.StartsWith("/agreement/receipts/", new Uri(visitor.Page.Url).AbsolutePath, StringComparison.Ordinal);
        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task A_newcomer_signs_the_agreement_with_a_passkey()
    {
        Person person = await practice.Server.AddPersonAsync(
            await practice.Server.LogInSteppedUpAsync(practice.Owner), "signer@example.org", "front-desk");
        await using Visitor visitor = await practice.VisitAsync(chrome, person);
        await visitor.TakeAuthenticatorAsync();
        await visitor.GoAsync("/account");
        await visitor.Page.GetByLabel("Name of the new passkey").FillAsync("Phone");
        await visitor.PressAsync("Add a passkey");

        await visitor.GoAsync("/agreement");
        Sound.Expect(await visitor.FaultsAsync());
        await visitor.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.Page.GetByLabel("Your full name").FillAsync("Grace Example");
        await visitor.PressAsync("Sign with your passkey");

        Assert.StartsWith("/agreement/receipts/", new Uri(visitor.Page.Url).AbsolutePath, StringComparison.Ordinal);
        Sound.Expect(await visitor.FaultsAsync());
    }
}
