using Strongroom.AuditLog;
using Strongroom.Server.Codes;
using Strongroom.Server.Compartments;
using Strongroom.Server.Keys;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>The compartments that take in: opened by the door in the form's name, the next one where one is full.</summary>
internal sealed class TakePlaces(
    CompartmentDoor door, CompartmentRegister register, RoomInSeries room, CodeRoutes routes, CompartmentKeyRing keyRing)
{
    /// <summary>The compartments whose inboxes can be opened now.</summary>
    public async Task<IReadOnlyList<CompartmentFacts>> OpenNowAsync(CancellationToken cancellation) =>
        [.. (await register.AllAsync(cancellation)).Where(IsOpen)];

    public Task<OpenCompartment> OpenAsync(CompartmentFacts place, CancellationToken cancellation) =>
        door.OpenAsync(
            IntakeStanding.For(place.Series),
            new AccessRequest
            {
                Compartment = place,
                Act = AuditAct.InboxOpened,
                Permission = Permission.CreateCustomers,
            },
            cancellation);

    public Task<CompartmentFacts> NextAsync(CompartmentFacts full, CancellationToken cancellation) =>
        room.NextAsync(full, cancellation);

    /// <summary>
    /// Looks where a code is held: the customer is there, and the submission was sent twice; or it is not, and the code
    /// may lead to the present place; or nobody can look now, and the submission waits.
    /// </summary>
    /// <returns>The submissions that are over, and those that wait.</returns>
    public async Task<(List<OpenedSubmission> Over, List<OpenedSubmission> Later)> SettleAsync(
        IReadOnlyList<PlannedCustomer> elsewhere, CompartmentFacts place, CancellationToken cancellation)
    {
        var over = new List<OpenedSubmission>();
        var later = new List<OpenedSubmission>();
        foreach (PlannedCustomer plan in elsewhere)
        {
            switch (await IsThereAsync(plan, cancellation))
            {
                case true:
                    over.Add(plan.Submission);
                    break;
                case null:
                    later.Add(plan.Submission);
                    break;
                default:
                    await routes.MoveAsync(plan.Code, plan.Submission.Token.Handle, place.Id, cancellation);
                    break;
            }
        }

        return (over, later);
    }

    private async Task<bool?> IsThereAsync(PlannedCustomer plan, CancellationToken cancellation)
    {
        CompartmentFacts? other = await register.FindAsync(plan.Hold.Compartment, cancellation);
        if (other is null || !IsOpen(other))
        {
            return null;
        }

        using OpenCompartment open = await OpenAsync(other, cancellation);
        return TakeBatch.IsThere(open, plan.Submission);
    }

    private bool IsOpen(CompartmentFacts facts) => !facts.IsClosed && keyRing.Holds(facts.Id);
}
