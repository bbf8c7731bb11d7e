using Strongroom.AuditLog;
using Strongroom.Server.Codes;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>
/// Says which customer a recipient means by a code, in the open compartments of the series assigned. One entry names
/// them all; whatever the reason why there is no answer, it is the same answer.
/// </summary>
internal sealed class ResolveCode(
    RecipientRegister recipients, CompartmentRegister register, CompartmentSearch search, CodeRoutes routes)
{
    public static void Map(RouteGroupBuilder recipients) => // POST: a resolution is a record
        recipients.MapPost("/{id}/resolutions", async (
            RecipientId id, ResolutionRequest request, CurrentStanding standing, ResolveCode resolve,
            CancellationToken cancellation) =>
            TypedResults.Ok(await resolve.RunAsync(standing.Value, id, request.RecipientCode, cancellation)))
        .RequirePermission(Permission.ResolveRecipientCodes).RequireRateLimiting(RateLimits.LookUp);

    /// <exception cref="RefusedException">It is no code, or leads nowhere for this recipient and caller.</exception>
    public async Task<ResolvedCode> RunAsync(
        Standing who, RecipientId recipient, string untrustedCode, CancellationToken cancellation)
    {
        if (!RecipientCode.TryParse(untrustedCode, null, out RecipientCode? code))
        {
            throw new RefusedException(RecipientRefusals.Invalid, new FieldFault(
                "recipientCode", "A recipient's code is written R-XXXX-XXXX-XXXX-XX: look for a slip in typing."));
        }

        // Looked for also where the recipient is of no use, so that the entry is written and the answer takes as long.
        bool isInUse = await recipients.LookForInUseAsync(recipient, cancellation) is not null;
        IReadOnlyList<CompartmentFacts> places = await register.PlacesAsync(who, null, cancellation);
        return await search.RunAsync(
            who, places, Request(recipient),
            open => isInUse ? Find(open, recipient, code) : FindNobody(open, recipient, code), cancellation) is { } found
            ? new ResolvedCode(found.Code, found.Compartment.Name)
            : throw new RefusedException(RecipientRefusals.CodeNotFound);
    }

    private OpenCustomer? Find(OpenCompartment open, RecipientId recipient, RecipientCode code)
    {
        OpenCustomer? customer = RecipientCodes.FindCustomer(open, recipient, code);
        if (customer is null || routes.Find(OpenCompartment.CodeOf(customer))?.Handle == customer.Row.Handle)
        {
            return customer;
        }

        // The handle stands in the row unsealed: whoever can write it could let the entry name another customer.
        customer.Dispose();
        throw new RefusedException(StorageRefusals.StoreDamaged);
    }

    private OpenCustomer? FindNobody(OpenCompartment open, RecipientId recipient, RecipientCode code)
    {
        Find(open, recipient, code)?.Dispose();
        return null;
    }

    private static SearchRequest Request(RecipientId recipient) => new(
        AuditAct.RecipientCodeResolved, Permission.ResolveRecipientCodes, IssueCode.DetailsOf(recipient));
}
