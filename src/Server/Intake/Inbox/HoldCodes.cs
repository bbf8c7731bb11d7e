using Strongroom.Server.Codes;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>
/// Holds for every submission the code on its receipt, and the next one that follows from its token where that code
/// belongs to another customer already.
/// </summary>
internal sealed class HoldCodes(CodeRoutes routes)
{
    public async Task<IReadOnlyList<PlannedCustomer>> RunAsync(
        CompartmentId compartment, IReadOnlyList<OpenedSubmission> submissions, CancellationToken cancellation)
    {
        var planned = new List<PlannedCustomer>(submissions.Count);
        IReadOnlyList<OpenedSubmission> open = submissions;
        for (int attempt = 0; open.Count > 0; attempt++)
        {
            int present = attempt;
            IReadOnlyList<CodeHold> holds = await routes.HoldAsync(
                compartment, [.. open.Select(one => (one.Token.Code(present), one.Token.Handle))], cancellation);
            var taken = new List<OpenedSubmission>();
            foreach ((OpenedSubmission one, CodeHold hold) in open.Zip(holds))
            {
                if (hold.State == CodeHoldState.Taken)
                {
                    taken.Add(one);
                }
                else
                {
                    planned.Add(new PlannedCustomer(one, one.Token.Code(present), hold, present == 0));
                }
            }

            open = taken;
        }

        return planned;
    }
}
