using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>Places a hold on a customer, for a lawsuit or an inquiry, and lifts it: while it stands, nobody erases.</summary>
internal sealed class HoldCustomer(CustomerAccess access, TimeProvider time)
{
    public static void Map(RouteGroupBuilder customers)
    {
        customers.MapPost("/{code}/holds", async (
            CustomerCode code, HoldRequest request, CurrentStanding standing, HoldCustomer hold,
            CancellationToken cancellation) =>
        {
            await hold.PlaceAsync(standing.Value, code, request, cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.HoldCustomers);
        customers.MapDelete("/{code}/holds", async (
            CustomerCode code, CurrentStanding standing, HoldCustomer hold, CancellationToken cancellation) =>
        {
            await hold.LiftAsync(standing.Value, code, cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.HoldCustomers);
    }

    /// <summary>A hold that stands already is replaced by the newer one.</summary>
    public Task PlaceAsync(Standing who, CustomerCode code, HoldRequest request, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Case) || request.Case.Length > RevealFields.LongestCase)
        {
            throw new RefusedException(
                CustomerRefusals.Invalid, new FieldFault("case", "Name the case: 1 to 64 characters."));
        }

        var hold = new CustomerHold(time.GetUtcNow(), who.Actor.ToString(), request.Case.Trim());
        return ChangeAsync(who, code, AuditAct.HoldPlaced, hold, cancellation);
    }

    /// <summary>Doing it twice is no mistake: the second time changes nothing.</summary>
    public Task LiftAsync(Standing who, CustomerCode code, CancellationToken cancellation) =>
        ChangeAsync(who, code, AuditAct.HoldLifted, null, cancellation);

    private async Task ChangeAsync(
        Standing who, CustomerCode code, AuditAct act, CustomerHold? hold, CancellationToken cancellation)
    {
        using OpenCompartment open = await access.OpenAsync(
            who, code, act, Permission.HoldCustomers, asked => asked with { Case = hold?.Case }, cancellation);
        (OpenCustomer customer, CustomerCard card) = await ReadCustomer.RunAsync(open, cancellation);
        if (card.Hold is null && hold is null)
        {
            return;
        }

        var draft = CustomerDraft.Restate(
            customer.Seal, customer.Row.CardVersion, card with { Hold = hold, ChangedAt = time.GetUtcNow() });
        await CorrectCustomer.WriteAsync(open, customer, draft, [], cancellation);
    }
}
