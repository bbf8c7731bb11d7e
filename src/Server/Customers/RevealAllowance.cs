using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>
/// What a reveal costs its person: one of the ten in ten minutes. Who goes on after being asked has the security
/// officer told, by an entry that she can read.
/// </summary>
internal sealed class RevealAllowance(RevealBudget budget, RecentPurposes recent, AuditWriter audit)
{
    /// <exception cref="RefusedException">The number is used up, and nobody has said that more is needed.</exception>
    public async Task TakeAsync(Standing who, bool isConfirmed, CancellationToken cancellation)
    {
        if (!budget.TryTake(who.Actor, isConfirmed, out bool isContinued))
        {
            throw new RefusedException(CustomerRefusals.ManyReveals);
        }

        if (isContinued)
        {
            await audit.RecordAsync(
                new AuditDraft
                {
                    Act = AuditAct.RevealsContinued,
                    Actor = who.Actor,
                    Result = AuditResult.Done,
                    Body = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["reveals"] = budget.Most.ToString(CultureInfo.InvariantCulture),
                        ["minutes"] = "10",
                    },
                },
                cancellation);
        }
    }

    /// <summary>The reveal was refused after all; it does not count.</summary>
    public void GiveBack(Standing who) => budget.GiveBack(who.Actor);

    /// <summary>The purpose is offered again for the next field.</summary>
    public void Keep(Standing who, CustomerCode code, RevealRequest request) =>
        recent.Keep(who, code, request.Purpose!, request.Case);
}
