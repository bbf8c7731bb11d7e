using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Strongroom.Server.Tests;

namespace Strongroom.Browser.Tests;

/// <summary>J1: from the setup code to the checks, in seven steps and by keyboard alone.</summary>
public sealed partial class SetupJourneyTests(Chrome chrome)
{
    private static readonly string[] Steps =
        ["Claim", "Business", "Address", "You", "Recovery kit", "First compartment", "Checks"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_owner_claims_the_installation_in_seven_steps(bool hasScript)
    {
        var place = Place.Free();
        await using RunningServer server = await RunningServer.StartAsync(place.Settings);
        await using Visitor owner = await chrome.VisitAsync(place.Address, hasScript);
        if (hasScript)
        {
            await owner.TakeAuthenticatorAsync();
        }

        var keyboard = new Keyboard(owner);
        var faults = new List<string>();
        var steps = new List<string>();
        async Task LookAroundAsync()
        {
            steps.Add((await owner.Page.Locator("[aria-current=step]").InnerTextAsync()).Trim());
            faults.AddRange(await owner.FaultsAsync());
        }

        await owner.GoAsync("/");
        await LookAroundAsync();
        await FillAsync(owner, keyboard, "Setup code", server.SetupCode);
        await keyboard.PressAndGoAsync("Enter");

        await LookAroundAsync();
        await FillAsync(owner, keyboard, "Name of the business", "Example Clinic");
        await keyboard.PressAndGoAsync("Enter");

        await LookAroundAsync();
        await keyboard.ReachAsync(Button(owner, "Go on"));
        await keyboard.PressAndGoAsync("Enter");

        await LookAroundAsync();
        await FillAsync(owner, keyboard, "Your full name", "Ada Example");
        await FillAsync(owner, keyboard, "Your work e-mail", "ada@example.org");
        await FillAsync(owner, keyboard, "Password", Person.GoodPassword);
        foreach (string box in new[] { "I have read the agreement and I accept it", "I am entitled and fit" })
        {
            await keyboard.ReachAsync(owner.Page.GetByLabel(box));
            await owner.Page.Keyboard.PressAsync("Space");
        }

        await keyboard.PressAndGoAsync("Enter");

        await LookAroundAsync();
        if (hasScript)
        {
            await keyboard.ReachAsync(owner.Button("Make a passkey"));
            await keyboard.PressAndGoAsync("Enter");
            await LookAroundAsync();
        }

        await FillAsync(
            owner, keyboard, hasScript ? "Why one is enough for now" : "Why you go on without one", "the other is at home");
        await keyboard.PressAndGoAsync("Enter");

        await LookAroundAsync();
        string secret = (await owner.Page.Locator(".secret").InnerTextAsync()).Replace(" ", string.Empty, StringComparison.Ordinal);
        var person = new Person("ada@example.org", Person.GoodPassword, secret, string.Empty);
        await FillAsync(owner, keyboard, "The code that it shows now", server.NextCode(person));
        await keyboard.PressAndGoAsync("Enter");

        await LookAroundAsync();
        await keyboard.ReachAsync(owner.Page.GetByLabel("I have them on paper"));
        await owner.Page.Keyboard.PressAsync("Space");
        await keyboard.PressAndGoAsync("Enter");

        await LookAroundAsync();
        await TypeGroupsBackAsync(owner, keyboard);
        await keyboard.PressAndGoAsync("Enter");

        await LookAroundAsync();
        await FillAsync(owner, keyboard, "Name", "clinic");
        await keyboard.PressAndGoAsync("Enter");

        await LookAroundAsync();
        Sound.Expect(faults);
        Assert.Equal(Steps, steps.Distinct());
        Assert.Equal(404, await owner.GoAsync("/setup"));
    }

    private static ILocator Button(Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name });

    private static async Task FillAsync(Visitor visitor, Keyboard keyboard, string label, string text)
    {
        await keyboard.ReachAsync(visitor.Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }));
        await keyboard.TypeAsync(text);
    }

    // "Line 2, group 3"
    private static async Task TypeGroupsBackAsync(Visitor visitor, Keyboard keyboard)
    {
        foreach (string name in new[] { "first", "second" })
        {
            string label = await visitor.Page.Locator($"label[for=field-{name}]").InnerTextAsync();
            int[] place = [.. Digit().Matches(label).Select(match => match.Value[0] - '0')];
            string group = await visitor.Page.Locator("table tbody tr").Nth(place[0] - 1).Locator("td")
                .Nth(place[1] - 1).InnerTextAsync();
            await keyboard.ReachAsync(visitor.Page.Locator($"#field-{name}"));
            await keyboard.TypeAsync(group.Trim());
        }
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();
}
