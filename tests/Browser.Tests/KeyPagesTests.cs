using Microsoft.Playwright;
using Strongroom.Server.Tests;

namespace Strongroom.Browser.Tests;

/// <summary>Erasing a customer, closing everything and opening it again, in a real browser and without script.</summary>
public sealed class KeyPagesTests(Chrome chrome)
{
    private static readonly object Ada = new Dictionary<string, object> { ["full-name"] = "Ada Example" };

    [Fact]
    public async Task Without_script_a_customer_is_erased_by_typing_the_code_and_the_certificate_is_a_sound_page()
    {
        var place = Place.Free();
        await using Clinic clinic = await Clinic.OpenAsync(place.Settings);
        string code = await clinic.RegisterAsync(Ada);
        string other = await clinic.RegisterAsync(Ada);
        await using Visitor visitor = await VisitAsync(clinic, place, hasScript: false);
        var faults = new List<string>();

        await visitor.GoAsync($"/customers/{code}/erasure");
        faults.AddRange(await visitor.FaultsAsync());
        await visitor.Page.GetByLabel("The customer asked for it").CheckAsync();
        await visitor.Page.GetByLabel("Type the code, so that it is this one").FillAsync(other);
        await visitor.PressAsync("Erase for ever");
        string refused = await visitor.Page.Locator("main").InnerTextAsync();
        faults.AddRange(await visitor.FaultsAsync());
        await visitor.Page.GetByLabel("Type the code, so that it is this one").FillAsync(code);
        await visitor.PressAsync("Erase for ever");
        string certificate = await visitor.Page.Locator("main").InnerTextAsync();
        faults.AddRange(await visitor.FaultsAsync());

        Assert.Contains("Type the code of this customer", refused, StringComparison.Ordinal);
        Assert.EndsWith($"/customers/{code}/certificate", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Contains(code, certificate, StringComparison.Ordinal);
        Assert.Equal(404, await visitor.GoAsync($"/customers/{code}"));
        Assert.Equal(200, await visitor.GoAsync($"/customers/{other}"));
        Sound.Expect(faults);
    }

    [Fact]
    public async Task Without_script_everything_is_closed_and_opened_again_by_the_sheet_and_by_key_holders()
    {
        var place = Place.Free();
        await using Clinic clinic = await Clinic.OpenAsync(place.Settings);
        await clinic.StepUpAsync();
        Answer rotated = await clinic.SendAsync(HttpMethod.Post, "keys/rotations");
        string[] sheet = [.. rotated.Json.GetProperty("sheet").EnumerateArray().Select(line => line.GetString()!)];
        await using Visitor visitor = await VisitAsync(clinic, place, hasScript: false);
        var faults = new List<string>();

        await visitor.GoAsync("/keys");
        await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Close everything…" }).ClickAsync();
        await visitor.PressAsync("Close everything");
        Assert.EndsWith("/opening", visitor.Page.Url, StringComparison.Ordinal);
        faults.AddRange(await visitor.FaultsAsync());
        await visitor.Page.Locator("#sheet").FillAsync(string.Join('\n', sheet.Reverse()));
        await visitor.PressAsync("Open");
        string refused = await visitor.Page.Locator("main").InnerTextAsync();
        await visitor.Page.Locator("#sheet").FillAsync(string.Join('\n', sheet));
        await visitor.PressAsync("Open");

        Assert.Contains("do not belong to one sheet", refused, StringComparison.Ordinal);
        Assert.Equal(200, await visitor.GoAsync("/keys"));
        faults.AddRange(await OpenByHoldersAsync(clinic, visitor));
        Sound.Expect(faults);
    }

    private static async Task<IReadOnlyList<string>> OpenByHoldersAsync(Clinic clinic, Visitor visitor)
    {
        await clinic.StepUpAsync();
        await clinic.SendAsync(
            HttpMethod.Post, "keys/splits", new { needed = 2, holders = (string[])["Ada Example", "Grace Example"] });
        Answer first = await HandAsync(clinic, 1);
        Answer second = await HandAsync(clinic, 2);
        Assert.Equal(200, (await clinic.SendAsync(HttpMethod.Post, "keys/splits/endings")).Status);
        Assert.Equal(200, (await clinic.SendAsync(HttpMethod.Post, "keys/closings")).Status);

        await visitor.GoAsync("/");
        await PresentAsync(visitor, "1", first.Text("code"));
        IReadOnlyList<string> faults = await visitor.FaultsAsync();
        Assert.Contains("1 of 2", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await PresentAsync(visitor, "2", second.Text("code"));
        Assert.DoesNotContain("/opening", visitor.Page.Url, StringComparison.Ordinal);
        return faults;
    }

    private static async Task<Answer> HandAsync(Clinic clinic, int number)
    {
        Answer drawn = await clinic.SendAsync(HttpMethod.Post, $"keys/splits/codes/{number}");
        Answer taken = await clinic.SendAsync(
            HttpMethod.Post, $"keys/splits/acknowledgements/{number}",
            new { code = drawn.Text("code"), dutiesSha256 = Server.KeyHolders.Duties.Sha256, accepted = true });
        Assert.Equal(200, taken.Status);
        return drawn;
    }

    private static async Task PresentAsync(Visitor visitor, string number, string code)
    {
        await visitor.Page.Locator("#number").SelectOptionAsync(number);
        await visitor.Page.GetByLabel("Numbered code").FillAsync(code);
        await visitor.FollowAsync(() => visitor.Page.Locator("form button.primary").ClickAsync());
    }

    private async Task<Visitor> VisitAsync(Clinic clinic, Place place, bool hasScript)
    {
        Visitor visitor = await chrome.VisitAsync(place.Address, hasScript);
        await visitor.TakeSessionAsync(place.Address, await clinic.Server.LogInSteppedUpAsync(clinic.Owner));
        return visitor;
    }
}
