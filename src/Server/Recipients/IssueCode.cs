using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>Gives the code by which a recipient knows a customer; the first time it is drawn.</summary>
internal sealed class IssueCode(CustomerAccess access, RecipientRegister register, RecipientCodes codes)
{
    public static void Map(RouteGroupBuilder customers) =>
        customers.MapPost("/{code}/recipient-codes", async Task<IResult> (
            CustomerCode code, IssueRequest request, CurrentStanding standing, IssueCode issue,
            CancellationToken cancellation) =>
        {
            (IssuedCode issued, bool isNew) = await issue.RunAsync(
                standing.Value, code, request.Recipient, cancellation);
            return isNew ? TypedResults.Created((string?)null, issued) : TypedResults.Ok(issued);
        }).RequirePermission(Permission.ExportForRecipients);

    /// <exception cref="RefusedException">
    /// Customer or recipient are not there or not theirs, the recipient's codes have ended, or the customer is in the
    /// trash.
    /// </exception>
    public async Task<(IssuedCode Issued, bool IsNew)> RunAsync(
        Standing who, CustomerCode code, RecipientId recipient, CancellationToken cancellation)
    {
        RecipientRow row = await register.FindInUseAsync(recipient, cancellation);
        using OpenCompartment open = await access.OpenAsync(
            who, code, AuditAct.RecipientCodeIssued, Permission.ExportForRecipients,
            request => request with { Purpose = row.Purpose, Details = DetailsOf(row.Id) }, cancellation);
        (OpenCustomer customer, CustomerCard card) = await ReadCustomer.RunAsync(open, cancellation);
        if (card.TrashedAt is not null)
        {
            throw new RefusedException(CustomerRefusals.InTrash);
        }

        (RecipientCode? issued, bool isNew) = (await codes.TakeAsync(open, row.Id, [customer], cancellation))[0];
        return issued is null
            ? throw new RefusedException(AccessRefusals.NotFound)
            : (new IssuedCode(issued), isNew);
    }

    /// <summary>What an entry says of a recipient.</summary>
    internal static Dictionary<string, string> DetailsOf(RecipientId recipient) => new(StringComparer.Ordinal)
    {
        ["recipient"] = recipient.ToString(),
    };
}
