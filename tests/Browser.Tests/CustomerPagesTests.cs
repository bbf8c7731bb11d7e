using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Strongroom.Server.Tests;

namespace Strongroom.Browser.Tests;

/// <summary>Customers in a real browser: found, confirmed, shown, corrected; by keyboard, and without script.</summary>
public sealed partial class CustomerPagesTests(Chrome chrome)
{
    private static readonly object Ada = new Dictionary<string, object>
    {
        ["full-name"] = "Ada Example",
        ["email"] = "ada@example.org",
        ["phone"] = "+1 (312) 555-0147",
        ["date-of-birth"] = "1971-12-31",
        ["us-ssn"] = "900-12-3456",
        ["payment-card"] = new { number = "4111 1111 1111 1111", expiry = "2029-08" },
        ["postal-address"] = new
        {
            lines = new[] { "1 Example Street" },
            city = "Springfield",
            region = "IL",
            postalCode = "62701",
        },
        ["note"] = "Prefers letters.\nSecond line.",
    };

    [Fact]
    public async Task Every_page_of_customers_is_sound_in_every_look()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        string trashed = await clinic.RegisterAsync(Ada);
        await clinic.SendAsync(HttpMethod.Delete, $"customers/{trashed}");
        await using Visitor visitor = await LogInAsync(clinic);
        var faults = new List<string>();
        string[] paths =
        [
            "/customers", "/customers/new", "/customers/trash", $"/customers/{code}", $"/customers/{trashed}",
            $"/customers/{code}/confirmations", $"/customers/{code}/history", $"/customers/{code}/reveals",
            $"/customers/{code}/corrections", $"/customers/{code}/label", $"/customers/{code}/trash", "/confirmations",
        ];
        foreach (string path in paths)
        {
            Assert.Equal(200, await visitor.GoAsync(path));
            faults.AddRange(await LookAsync(visitor));
        }

        await FindAsync(visitor.Page, "exampel 1971");
        faults.AddRange(await LookAsync(visitor));

        Assert.Equal([], faults);
        Assert.Equal([], visitor.Watch.Faults);
        Assert.DoesNotContain(visitor.Watch.Traces, trace => trace.Contains("xampl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_customer_is_found_opened_and_its_label_printed_in_three_actions_of_the_keyboard()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await using Visitor visitor = await LogInAsync(clinic);
        await visitor.GoAsync("/customers");

        await FindAsync(visitor.Page, "example 1971"); // 1
        await Assertions.Expect(visitor.Page.Locator(".found a")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter"); // 2
        await visitor.Page.WaitForURLAsync($"**/customers/{code}");
        await visitor.Page.Keyboard.PressAsync("l"); // 3
        await visitor.Page.WaitForURLAsync($"**/customers/{code}/label");

        await Assertions.Expect(visitor.Page.Locator("figcaption")).ToHaveTextAsync(code);
        Assert.Equal([], visitor.Watch.Faults);
    }

    [Fact]
    public async Task A_field_is_shown_in_two_actions_the_next_in_one_and_masked_by_Shift_Escape_and_by_leaving()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await using Visitor visitor = await LogInAsync(clinic);
        await visitor.GoAsync($"/customers/{code}");
        IPage page = visitor.Page;
        await page.Keyboard.PressAsync("s"); // 1
        await page.Keyboard.PressAsync("Space"); // the purpose, which nobody has named yet
        await page.Keyboard.PressAsync("Enter"); // 2
        ILocator shown = page.Locator(".shown");
        await Assertions.Expect(shown).ToHaveTextAsync("Ada Example");

        await page.Keyboard.PressAsync("Shift+Escape");
        await Assertions.Expect(shown).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("s"); // 1: the purpose is known
        await Assertions.Expect(shown).ToHaveTextAsync("Ada Example");
        await page.Keyboard.PressAsync("+");
        await Assertions.Expect(page.Locator(".ring")).ToContainTextAsync(Over60());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(shown).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".mask").First).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await page.GotoAsync(new Uri(new Uri(page.Url), "/customers").ToString());
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".mask").First).ToBeVisibleAsync();
        await Assertions.Expect(shown).ToHaveCountAsync(0);

        Assert.Equal([], visitor.Watch.Faults);
    }

    [Fact]
    public async Task A_protected_field_asks_for_a_code_in_the_same_dialog()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await using Visitor visitor = await LogInAsync(clinic);
        await visitor.GoAsync($"/customers/{code}");
        IPage page = visitor.Page;
        var faults = new List<string>();
        await page.Locator("button[value=us-ssn]").ClickAsync();
        await page.Locator("#why-support").CheckAsync();
        await page.Locator("#why .primary").ClickAsync();
        await Assertions.Expect(page.Locator("#why-code")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("000000");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#why .fault")).ToBeVisibleAsync();
        faults.AddRange(await LookAsync(visitor));
        await page.Locator("#why-code").FillAsync(clinic.Server.NextCode(clinic.Owner));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".shown")).ToHaveTextAsync("900-12-3456");
        faults.AddRange(await LookAsync(visitor));
        Assert.Equal([], faults);
        Assert.Equal([], visitor.Watch.Faults.Where(fault => !fault.Contains("401", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_script_a_customer_is_found_shown_confirmed_and_masked_again()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Reveal:Seconds=3");
        string code = await clinic.RegisterAsync(Ada);
        await using Visitor visitor = await LogInAsync(clinic, hasScript: false);
        await visitor.GoAsync("/customers");
        IPage page = visitor.Page;
        await FindAsync(page, "ada@example.org");
        await page.Locator(".found a").ClickAsync();
        await page.Locator("button[value=email]").ClickAsync();
        await Assertions.Expect(page.Locator("#show-email")).ToBeCheckedAsync();
        await page.Locator("#why-support").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".shown")).ToHaveTextAsync("ada@example.org");

        await page.WaitForURLAsync($"**/customers/{code}"); // by itself
        await Assertions.Expect(page.Locator(".shown")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Confirm identity" }).ClickAsync();
        await page.Locator("#field-fact").FillAsync("31.12.1971");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".outcome")).ToHaveTextAsync("Matches");
        Assert.DoesNotContain(visitor.Watch.Traces, trace => trace.Contains("ada@", StringComparison.Ordinal));
    }

    private static async Task FindAsync(IPage page, string text)
    {
        await page.Locator("#search").FocusAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/customers/lookups");
    }

    private static async Task<IEnumerable<string>> LookAsync(Visitor visitor)
    {
        var faults = new List<string>();
        foreach (Look look in Look.All)
        {
            faults.AddRange(await visitor.FaultsOfLookAsync(look));
        }

        await visitor.LookAsync(Look.Light);
        return faults;
    }

    private async Task<Visitor> LogInAsync(Clinic clinic, bool hasScript = true)
    {
        Visitor visitor = await chrome.VisitAsync(clinic.Server.Http.BaseAddress!, hasScript);
        await visitor.Page.Context.AddCookiesAsync(
        [
            new Cookie
            {
                Name = "__Host-strongroom",
                Value = clinic.Token,
                Url = clinic.Server.Http.BaseAddress!.ToString(),
                Secure = true,
                HttpOnly = true,
            },
        ]);
        return visitor;
    }

    [GeneratedRegex("^(1[01][0-9]|120) s$")]
    private static partial Regex Over60();
}
