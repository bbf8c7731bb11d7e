using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Makes sure that the person is there now: a code, or a log-in or step-up of the last minutes.</summary>
internal sealed class FreshFactor(
    RegistryDb db, SecondFactor factor, LogInTries tries, Settings settings, TimeProvider time)
{
    /// <exception cref="RefusedException">The code is wrong, or there is none and the last one is too long
    /// ago.</exception>
    public async Task RequireAsync(Standing standing, PersonalText? code, CancellationToken cancellation)
    {
        var id = standing.Actor.Id as StaffId ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        if (code is null)
        {
            bool isFresh = standing.FactorAt is { } at && time.GetUtcNow() - at < settings.StepUpFresh;
            if (!isFresh)
            {
                throw new RefusedException(StaffRefusals.StepUpRequired);
            }

            return;
        }

        StaffRow staff = await db.Set<StaffRow>().SingleAsync(row => row.Id == id, cancellation);
        bool mayTry = await tries.TakeAsync(id, cancellation);
        if (!await factor.TryUseAsync(staff, code.Reveal(), mayTry, cancellation))
        {
            throw new RefusedException(
                StaffRefusals.WrongCode, new FieldFault("code", "The six digits that the authenticator shows now."));
        }

        await tries.ForgetAsync(id, cancellation);
    }
}
