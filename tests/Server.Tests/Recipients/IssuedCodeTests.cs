using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Server.Tests.Whole;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Recipients;

public partial class IssuedCodeTests
{
    private static readonly Dictionary<string, string> Ada = new() { ["full-name"] = "Ada Example" };

    [Fact]
    public async Task Codes_differ_for_each_recipient_and_purpose_and_stay_the_same_for_one()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string customer = await clinic.RegisterAsync(Ada);
        string[] recipients =
        [
            await clinic.MakeAsync("Example Laboratory"), await clinic.MakeAsync("Example Laboratory", "billing"),
            await clinic.MakeAsync("Sample Auditors"),
        ];

        var first = new List<Answer>();
        foreach (string recipient in recipients)
        {
            first.Add(await clinic.TryIssueAsync(customer, recipient));
        }

        Answer again = await clinic.TryIssueAsync(customer, recipients[0]);
        string other = await clinic.IssueAsync(await clinic.RegisterAsync(Ada), recipients[0]);

        Assert.All(first, answer => Assert.Equal(201, answer.Status));
        string[] codes = [.. first.Select(answer => answer.Text("recipientCode")), other];
        Assert.Equal(4, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, code => Assert.True(RecipientCode.TryParse(code, null, out _)));
        Assert.Equal((200, codes[0]), (again.Status, again.Text("recipientCode")));
    }

    [Fact]
    public async Task A_code_leads_to_its_customer_in_any_spelling_and_the_one_entry_names_where_was_looked()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        Answer accounts = await clinic.SendAsync(HttpMethod.Post, "compartments", new { name = "accounts" });
        string customer = await clinic.RegisterAsync(Ada, "clinic");
        string recipient = await clinic.MakeAsync("Example Laboratory");
        string code = await clinic.IssueAsync(customer, recipient);

        Answer found = await clinic.ResolveAsync(
            recipient, code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        Answer nobody = await clinic.ResolveAsync(recipient, RecipientCode.New().ToString());

        Assert.Equal(201, accounts.Status);
        Assert.Equal((200, customer, "clinic"), (found.Status, found.Code, found.Text("compartment")));
        Assert.Equal(404, nobody.Status);
        JsonElement[] entries = [.. await clinic.EntriesAsync("RecipientCodeResolved")];
        Assert.Equal(["Done", "Failed"], entries.Select(entry => entry.GetProperty("result").GetString()));
        Assert.True(entries[0].TryGetProperty("object", out _));
        Assert.False(entries[0].TryGetProperty("body", out _)); // under the customer's key, so that it dies with it
        JsonElement body = entries[1].GetProperty("body");
        Assert.Equal(
            ("accounts,clinic", recipient),
            (body.GetProperty("compartments").GetString(), body.GetProperty("recipient").GetString()));
        Assert.False(entries[1].TryGetProperty("compartment", out _));
        JsonElement issued = Assert.Single(await clinic.EntriesAsync("RecipientCodeIssued"));
        Assert.True(issued.TryGetProperty("object", out _));
    }

    [Fact]
    public async Task Whatever_leads_nowhere_gives_the_same_bytes()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        DateTimeOffset end = clinic.Server.Time.GetUtcNow().AddDays(1);
        string customer = await clinic.RegisterAsync(Ada);
        string used = await clinic.MakeAsync("Example Laboratory");
        string expiring = await clinic.MakeAsync("Short Laboratory", expiresAt: end);
        string revoked = await clinic.MakeAsync("Former Laboratory");
        string code = await clinic.IssueAsync(customer, used);
        string expiredCode = await clinic.IssueAsync(customer, expiring);
        string revokedCode = await clinic.IssueAsync(customer, revoked);
        await clinic.StepUpAsync();
        string stranger = await clinic.WorkerAsync("grace@example.org", "accounts");
        Answer foreign = await clinic.ResolveAsync(used, code, stranger);
        clinic.Server.Time.SetUtcNow(end);
        await clinic.ReturnAsync();
        await clinic.StepUpAsync();
        Assert.Equal(204, (await clinic.SendAsync(HttpMethod.Delete, $"recipients/{revoked}")).Status);

        Answer[] answers =
        [
            foreign,
            await clinic.ResolveAsync(used, RecipientCode.New().ToString()),
            await clinic.ResolveAsync(used, revokedCode),
            await clinic.ResolveAsync(expiring, expiredCode),
            await clinic.ResolveAsync(revoked, revokedCode),
            await clinic.ResolveAsync(RecipientId.New().ToString(), code),
        ];

        Assert.Equal(200, (await clinic.ResolveAsync(used, code)).Status);
        Assert.All(answers, answer => Assert.Equal(
            (404, Bare(answers[0])), (answer.Status, Bare(answer))));
    }

    [Fact]
    public async Task Who_has_expired_or_was_revoked_gets_no_new_codes_nor_does_one_who_is_not_there()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string customer = await clinic.RegisterAsync(Ada);
        string revoked = await clinic.MakeAsync("Former Laboratory");
        await clinic.StepUpAsync();
        await clinic.SendAsync(HttpMethod.Delete, $"recipients/{revoked}");

        Answer ended = await clinic.TryIssueAsync(customer, revoked);
        Answer export = await clinic.TryExportAsync(revoked, "clinic");
        Answer unknown = await clinic.TryIssueAsync(customer, RecipientId.New().ToString());

        Assert.Equal((409, "recipient-ended"), (ended.Status, ended.Code));
        Assert.Equal((409, "recipient-ended"), (export.Status, export.Code));
        Assert.Equal(404, unknown.Status);
    }

    [Fact]
    public async Task A_slip_in_typing_is_said_and_not_repeated()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string recipient = await clinic.MakeAsync("Example Laboratory");

        foreach (string typed in new[] { "R-7Q4M-2KTD-9RWX-KT", "7Q4M-2KTD-9RWX-JV", "Ada Example" })
        {
            Answer answer = await clinic.ResolveAsync(recipient, typed);

            Assert.Equal((400, "validation"), (answer.Status, answer.Code));
            Assert.DoesNotContain(typed, answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_in_the_trash_gets_no_code_but_is_still_found_by_the_one_it_has()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string customer = await clinic.RegisterAsync(Ada);
        string recipient = await clinic.MakeAsync("Example Laboratory");
        string code = await clinic.IssueAsync(customer, recipient);
        await clinic.SendAsync(HttpMethod.Delete, $"customers/{customer}");

        Answer another = await clinic.TryIssueAsync(customer, recipient);
        Answer found = await clinic.ResolveAsync(recipient, code);

        Assert.Equal((409, 200), (another.Status, found.Status));
    }

    [Fact]
    public async Task With_a_customers_rows_the_mapping_goes_and_the_others_stay()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string recipient = await clinic.MakeAsync("Example Laboratory");
        string gone = await clinic.IssueAsync(await clinic.RegisterAsync(Ada), recipient);
        string kept = await clinic.IssueAsync(await clinic.RegisterAsync(Ada), recipient);
        CompartmentId compartment = await CompartmentAsync(clinic);

        LoadedCompartment loaded = await clinic.Server.Services.GetRequiredService<LoadedCompartments>().LeaseAsync(
            compartment, TestContext.Current.CancellationToken);
        await loaded.Store.WriteAsync(
            session =>
            {
                session.DeleteCustomer(session.CustomersAfter(new byte[IIdentifier.Size], 1)[0].Id);
                return true;
            },
            TestContext.Current.CancellationToken);
        loaded.EndLease();
        Answer[] answers = [await clinic.ResolveAsync(recipient, gone), await clinic.ResolveAsync(recipient, kept)];

        Assert.Equal([200, 404], answers.Select(answer => answer.Status).Order());
        Assert.Equal(
            1, Assert.Single(new Stores(clinic.Server.Folder).All(
                "clinic/keys", "SELECT count(*) FROM recipient_code", row => row.GetInt64(0))));
    }

    [Fact]
    public async Task A_code_whose_row_was_moved_to_another_customer_is_refused()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string recipient = await clinic.MakeAsync("Example Laboratory");
        string code = await clinic.IssueAsync(await clinic.RegisterAsync(Ada), recipient);
        await clinic.RegisterAsync(Ada);
        new Stores(clinic.Server.Folder).Run(
            "clinic/keys",
            "UPDATE recipient_code SET customer = (SELECT id FROM customer WHERE id NOT IN (SELECT customer FROM recipient_code))");

        Answer answer = await clinic.ResolveAsync(recipient, code);

        Assert.Equal((503, StorageRefusals.StoreDamaged.Code), (answer.Status, answer.Code));
    }

    private static async Task<CompartmentId> CompartmentAsync(Clinic clinic) => CompartmentId.Parse(
        (await clinic.SendAsync(HttpMethod.Get, "compartments/clinic")).Text("id"), null);

    /// <summary>A problem without the number under which the log has the request.</summary>
    private static string Bare(Answer answer) => Instance().Replace(answer.Body, string.Empty);

    [GeneratedRegex("\"instance\":\"[^\"]*\"")]
    private static partial Regex Instance();
}
