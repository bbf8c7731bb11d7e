using Microsoft.Playwright;
using Strongroom.Server.Tests;

namespace Strongroom.Browser.Tests;

/// <summary>J2: a customer fills in the public form, on one page, with or without script.</summary>
public sealed class IntakeJourneyTests(Chrome chrome)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_customer_sends_a_form_on_one_page_and_keeps_a_code_that_staff_find(bool hasScript)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await PublishAsync(clinic);
        await using Visitor customer = await chrome.VisitAsync(await clinic.Server.PublicAddressAsync(), hasScript);

        Assert.Equal(200, await customer.GoAsync("/f/welcome"));
        Sound.Expect(await customer.FaultsAsync());
        Assert.Contains(
            "So that we know who you are", await customer.Page.Locator("form").InnerTextAsync(), StringComparison.Ordinal);
        await FillAsync(customer, "not an address");
        await customer.PressAsync("Send");
        Assert.Equal("Zebulon Quartzmire", await customer.Page.GetByLabel("Full name").InputValueAsync()); // kept
        Sound.Expect(await customer.FaultsAsync());
        await FillAsync(customer, "zebulon.quartzmire@example.org");
        await customer.PressAsync("Send");

        string code = await customer.Page.Locator(".receipt .code").InnerTextAsync();
        Sound.Expect(await customer.FaultsAsync());
        Sound.Expect(Practice.LeftBehind(customer.Watch.Traces));
        await TakenInAsync(clinic, code);
    }

    // Without script the browser itself may hold back what it can tell is no address; the server says so in any case.
    private static async Task FillAsync(Visitor customer, string email)
    {
        await customer.Page.Locator("form").EvaluateAsync("form => form.noValidate = true");
        await customer.Page.GetByLabel("Full name").FillAsync("Zebulon Quartzmire");
        await customer.Page.Locator("[name=email]").FillAsync(email);
    }

    /// <summary>Publishes the form <c>welcome</c>.</summary>
    internal static async Task PublishAsync(Clinic clinic)
    {
        await clinic.StepUpAsync();
        Answer published = await clinic.SendAsync(HttpMethod.Post, "intake-forms", new
        {
            slug = "welcome",
            series = "clinic",
            title = "Before your first visit",
            introduction = "A few facts that we need before we can see you.",
            keptFor = "Ten years after your last visit",
            fields = (object[])
            [
                new { kind = "full-name", why = "So that we know who you are", isRequired = true },
                new { kind = "email", why = "So that we can confirm the date" },
            ],
        });
        Assert.Equal(201, published.Status);
    }

    private static async Task TakenInAsync(Clinic clinic, string code)
    {
        const int Tries = 500;
        int status = 0;
        for (int i = 0; i < Tries && status != 200; i++)
        {
            clinic.Server.Time.Advance(TimeSpan.FromMilliseconds(200)); // the inbox is looked into by the server's clock
            await Task.Delay(20, TestContext.Current.CancellationToken);
            status = (await clinic.SendAsync(HttpMethod.Get, $"customers/{code}")).Status;
        }

        Assert.Equal(200, status);
    }
}
