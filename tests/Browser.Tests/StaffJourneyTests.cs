using System.Globalization;
using Microsoft.Playwright;
using Strongroom.Server.Tests;

namespace Strongroom.Browser.Tests;

/// <summary>J6: somebody is invited, joins, signs, is screened, and is in.</summary>
public sealed class StaffJourneyTests(Chrome chrome, Practice practice) : IClassFixture<Practice>
{
    private const string Name = "Hedwig Example"; // nobody else's

    [Fact]
    public async Task A_colleague_is_invited_in_four_clicks_joins_with_a_passkey_signs_is_screened_and_is_in()
    {
        await using Visitor owner = await practice.VisitAsync(chrome, practice.Owner);
        await using Visitor newcomer = await chrome.VisitAsync(practice.Address);
        await newcomer.TakeAuthenticatorAsync();

        (string link, string code) = await InviteAsync(owner, "hedwig@example.org", Name);
        await newcomer.GoAsync(new Uri(link).PathAndQuery);
        Sound.Expect(await newcomer.FaultsAsync());
        await newcomer.Page.GetByLabel("Code", new PageGetByLabelOptions { Exact = true }).FillAsync(code);
        await newcomer.PressAsync("Go on");
        Sound.Expect(await newcomer.FaultsAsync());
        await newcomer.Button("Make a passkey").ClickAsync();
        await newcomer.FollowAsync(() => newcomer.Page.GetByRole(
            AriaRole.Link, new PageGetByRoleOptions { Name = "I have them: log in" }).ClickAsync());
        await newcomer.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/waiting"); // the passkey logs in by itself, or is asked for
        Assert.Equal("You are nearly in: 2 of 4 done", await HeadingAsync(newcomer));
        Sound.Expect(await newcomer.FaultsAsync());

        await newcomer.GoAsync("/agreement");
        await newcomer.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await newcomer.Page.GetByLabel("Your full name").FillAsync(Name);
        await newcomer.PressAsync("Sign with your passkey");
        await newcomer.GoAsync("/waiting");
        Assert.Equal("You are nearly in: 3 of 4 done", await HeadingAsync(newcomer));

        await ScreenAsync(owner);
        await newcomer.GoAsync("/waiting");
        Assert.Equal("You are in", await HeadingAsync(newcomer));
        Assert.Equal(200, await newcomer.GoAsync($"/customers/{practice.Code}"));
        Sound.Expect(Practice.LeftBehind([.. owner.Watch.Traces, .. newcomer.Watch.Traces]));
    }

    [Fact]
    public async Task Without_script_a_newcomer_joins_with_a_password()
    {
        await using Visitor owner = await practice.VisitAsync(chrome, practice.Owner, hasScript: false);
        await using Visitor newcomer = await chrome.VisitAsync(practice.Address, hasScript: false);

        (string link, string code) = await InviteAsync(owner, "ida@example.org", "Ida Example");
        await newcomer.GoAsync(new Uri(link).PathAndQuery);
        await newcomer.Page.GetByLabel("Code", new PageGetByLabelOptions { Exact = true }).FillAsync(code);
        await newcomer.PressAsync("Go on");
        string secret = (await newcomer.Page.Locator(".secret").InnerTextAsync())
            .Replace(" ", string.Empty, StringComparison.Ordinal);
        var person = new Person("ida@example.org", Person.GoodPassword, secret, string.Empty);
        await newcomer.Page.GetByLabel("Password", new PageGetByLabelOptions { Exact = true }).FillAsync(person.Password);
        await newcomer.Page.Locator("#field-factorCode").FillAsync(practice.Server.NextCode(person));
        await newcomer.PressAsync("Join");

        Assert.Equal("Keep these recovery codes", await HeadingAsync(newcomer));
        Sound.Expect(await newcomer.FaultsAsync());
        await newcomer.FollowAsync(() => newcomer.Page.GetByRole(
            AriaRole.Link, new PageGetByRoleOptions { Name = "Go on" }).ClickAsync());
        Assert.Equal("You are nearly in: 2 of 4 done", await HeadingAsync(newcomer));
    }

    /// <summary>A role, a compartment, a screening item, "Invite": four clicks.</summary>
    private static async Task<(string Link, string Code)> InviteAsync(Visitor owner, string email, string name)
    {
        await owner.GoAsync("/staff/invite");
        await owner.Page.GetByLabel("Work e-mail").FillAsync(email);
        await owner.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync(name);
        await owner.Page.Locator("#role-case-handler").CheckAsync();
        await owner.Page.Locator("#series-clinic").CheckAsync();
        await owner.Page.Locator("input[name=items]").First.CheckAsync();
        Sound.Expect(await owner.FaultsAsync());
        await owner.PressAsync("Invite");
        Sound.Expect(await owner.FaultsAsync());
        ILocator paper = owner.Page.Locator(".paper .mono");
        return (await paper.First.InnerTextAsync(), await paper.Last.InnerTextAsync());
    }

    private async Task ScreenAsync(Visitor officer)
    {
        DateOnly today = DateOnly.FromDateTime(practice.Server.Time.GetUtcNow().UtcDateTime);
        await officer.GoAsync("/staff");
        await officer.FollowAsync(() => officer.Page.GetByRole(
            AriaRole.Link, new PageGetByRoleOptions { Name = Name }).First.ClickAsync());
        await officer.GoAsync(new Uri(officer.Page.Url).AbsolutePath + "/screening");
        foreach (ILocator item in await officer.Page.Locator("input[name=items]").AllAsync())
        {
            await item.CheckAsync();
        }

        await officer.Page.GetByLabel("Done on").FillAsync(Day(today));
        await officer.Page.GetByLabel("Valid until").FillAsync(Day(today.AddDays(300)));
        await officer.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Proof" }).FillAsync("binder 4, page 12");
        Sound.Expect(await officer.FaultsAsync());
        await officer.PressAsync("Put on record");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<string> HeadingAsync(Visitor visitor) => visitor.Page.GetByRole(
        AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).InnerTextAsync();
}
