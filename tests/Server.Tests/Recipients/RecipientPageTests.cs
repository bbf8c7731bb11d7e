using System.Text.RegularExpressions;
using Strongroom.Server.Tests.Customers;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Recipients;

/// <summary>The pages of recipients, without script.</summary>
public sealed partial class RecipientPageTests
{
    [Fact]
    public async Task An_empty_list_says_what_to_do_and_the_form_makes_a_recipient()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        using var browsing = new Browsing(clinic.Server, clinic.Token);

        Answer empty = await browsing.GetAsync("/recipients");
        Answer faulty = await browsing.SendAsync(
            "/recipients/new", "/recipients/new", ("name", "A"), ("purpose", "support"), ("expiresAt", "2001-01-01"));
        Answer made = await browsing.SendAsync(
            "/recipients/new", "/recipients/new", ("name", "Example Laboratory"), ("purpose", "support"), ("expiresAt", ""));
        Answer page = await browsing.GetAsync(made.Headers["Location"]);
        Answer list = await browsing.GetAsync("/recipients");

        Assert.Contains("No recipients yet", empty.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/recipients/new\"", empty.Body, StringComparison.Ordinal);
        Assert.Equal(422, faulty.Status);
        Assert.Contains("2 things to correct", faulty.Body, StringComparison.Ordinal);
        Assert.Equal(303, made.Status);
        Assert.Contains("The recipient is made", page.Body, StringComparison.Ordinal);
        Assert.Contains("Example Laboratory", list.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customers_tab_makes_a_code_and_the_box_finds_its_customer()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string customer = await clinic.RegisterAsync(new Dictionary<string, string> { ["full-name"] = "Ada Example" });
        string recipient = await clinic.MakeAsync("Example Laboratory");
        using var browsing = new Browsing(clinic.Server, clinic.Token);
        string tab = $"/customers/{customer}/recipient-codes";

        Answer card = await browsing.GetAsync($"/customers/{customer}");
        Answer shown = await browsing.SendAsync(tab, tab, ("recipient", recipient));
        string code = Code().Match(shown.Body).Value;
        string page = $"/recipients/{recipient}";
        Answer found = await browsing.SendAsync(page, page + "/resolutions", ("recipientCode", code));
        Answer nobody = await browsing.SendAsync(
            page, page + "/resolutions", ("recipientCode", RecipientCode.New().ToString()));
        Answer slip = await browsing.SendAsync(page, page + "/resolutions", ("recipientCode", "R-1"));

        Assert.Contains($"href=\"{tab}\"", card.Body, StringComparison.Ordinal);
        Assert.Equal(code, (await clinic.TryIssueAsync(customer, recipient)).Text("recipientCode"));
        Assert.Contains("has a code", shown.Body, StringComparison.Ordinal);
        Assert.Equal((303, $"/customers/{customer}"), (found.Status, found.Headers["Location"]));
        Assert.Equal((422, 422), (nobody.Status, slip.Status));
        Assert.Contains("No customer in the open compartments", nobody.Body, StringComparison.Ordinal);
        Assert.Contains("look for a slip in typing", slip.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_started_followed_and_downloaded_and_the_recipient_revoked()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(new Dictionary<string, string> { ["full-name"] = "Ada Example" });
        string page = "/recipients/" + await clinic.MakeAsync("Example Laboratory");
        using var browsing = new Browsing(clinic.Server, clinic.Token);

        Answer unproved = await browsing.SendAsync(
            page + "/exports", page + "/exports", ("compartment", "clinic"), ("fields", "us-ssn"));
        Answer started = await browsing.SendAsync(
            page + "/exports", page + "/exports", ("compartment", "clinic"), ("fields", "full-name"));
        string job = started.Headers["Location"]["/jobs/".Length..];
        string state = await clinic.EndOfAsync(job);
        Answer followed = await browsing.GetAsync("/jobs/" + job);
        Answer listed = await browsing.GetAsync(page);
        Answer file = await new PageVisit(clinic.Server, clinic.Token).GetAsync($"{page}/exports/{job}/file");
        Answer asked = await browsing.GetAsync(page + "/revocation");
        await clinic.StepUpAsync();
        using var proved = new Browsing(clinic.Server, clinic.Token);
        Answer revoked = await proved.SendAsync(page + "/revocation", page + "/revocation");
        Answer after = await proved.GetAsync(page);

        Assert.StartsWith("/step-up?back=", unproved.Headers["Location"], StringComparison.Ordinal);
        Assert.Equal((303, "done"), (started.Status, state));
        Assert.Contains($"href=\"{page}\"", followed.Body, StringComparison.Ordinal);
        Assert.Contains($"{page}/exports/{job}/file", listed.Body, StringComparison.Ordinal);
        Assert.EndsWith("\"Ada Example\"\r\n", file.Body, StringComparison.Ordinal);
        Assert.Contains($"filename={job}.csv", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.StartsWith("/step-up?back=", asked.Headers["Location"], StringComparison.Ordinal);
        Assert.Equal(303, revoked.Status);
        Assert.Contains("Revoked", after.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/exports", after.Body, StringComparison.Ordinal);
    }

    [GeneratedRegex("R-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}")]
    private static partial Regex Code();
}
