using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Customers.Pages;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients.Pages;

/// <summary>A customer's tab of recipients: who has a code, and making or showing one.</summary>
internal sealed class CustomerCodesPages(
    ShowCustomer show, CustomerAccess access, ListRecipients list)
{
    private const string Path = "/customers/{code}/recipient-codes";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Path, async (
            CustomerCode code, CurrentStanding standing, CustomerCodesPages codes, CancellationToken cancellation) =>
            Page.Of<CustomerCodesView>(await codes.ReadAsync(standing.Value, code, cancellation)))
            .RequirePermission(Permission.ExportForRecipients);
        pages.MapPost(Path, async (
            CustomerCode code, PageForm form, CurrentStanding standing, CustomerCodesPages codes, IssueCode issue,
            CancellationToken cancellation) =>
        {
            if (!RecipientId.TryParse(form["recipient"], null, out RecipientId? recipient))
            {
                throw new RefusedException(RecipientRefusals.NotFound);
            }

            // Shown by the answer to the post: a code in an address would stay in the browser's history.
            (IssuedCode issued, _) = await issue.RunAsync(standing.Value, code, recipient, cancellation);
            CustomerCodesModel model = await codes.ReadAsync(standing.Value, code, cancellation);
            return Page.Of<CustomerCodesView>(model with { Shown = recipient, Code = issued.RecipientCode });
        }).RequirePermission(Permission.ExportForRecipients);
    }

    private async Task<CustomerCodesModel> ReadAsync(
        Standing who, CustomerCode code, CancellationToken cancellation)
    {
        CustomerModel customer = await show.RunAsync(who, code, cancellation);
        using OpenCompartment open = await access.OpenAsync(
            who, code, AuditAct.Viewed, Permission.ExportForRecipients, request =>
                request with { IsOnlyNoted = true }, cancellation);
        CustomerId id = open.Customer.Row.Id;
        return new CustomerCodesModel
        {
            Customer = customer,
            Recipients = [.. (await list.RunAsync(cancellation)).Items.Where(one => one.State == "in-use")],
            Having = open.Read(session => session.RecipientsOf(id)).ToHashSet(),
        };
    }
}
