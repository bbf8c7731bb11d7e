using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>Moves a customer to the trash and back. Nothing is destroyed: erasing is another deed.</summary>
internal sealed class TrashCustomer(CustomerAccess access, TimeProvider time)
{
    public static void Map(RouteGroupBuilder customers)
    {
        customers.MapDelete("/{code}", async (
            CustomerCode code, CurrentStanding standing, TrashCustomer trash, CancellationToken cancellation) =>
        {
            await trash.RunAsync(standing.Value, code, isTrashed: true, cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.CorrectCustomers);
        customers.MapPost("/{code}/restorations", async (
            CustomerCode code, CurrentStanding standing, TrashCustomer trash, CancellationToken cancellation) =>
        {
            await trash.RunAsync(standing.Value, code, isTrashed: false, cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.CorrectCustomers);
    }

    /// <summary>Doing it twice is no mistake: the second time changes nothing.</summary>
    public async Task RunAsync(Standing who, CustomerCode code, bool isTrashed, CancellationToken cancellation)
    {
        AuditAct act = isTrashed ? AuditAct.Trashed : AuditAct.Restored;
        using OpenCompartment open = await access.OpenAsync(
            who, code, act, Permission.CorrectCustomers, null, cancellation);
        (OpenCustomer customer, CustomerCard card) = await ReadCustomer.RunAsync(open, cancellation);
        if (card.TrashedAt is not null == isTrashed)
        {
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        CustomerCard next = card with { TrashedAt = isTrashed ? now : null, ChangedAt = now };
        var draft = CustomerDraft.Restate(customer.Seal, customer.Row.CardVersion, next);
        await CorrectCustomer.WriteAsync(open, customer, draft, [], cancellation);
    }
}
