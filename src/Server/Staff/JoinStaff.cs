using Microsoft.AspNetCore.Identity;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Gives an invited person a password and recovery codes and makes the account active.</summary>
internal sealed class JoinStaff(
    RegistryDb db, UserManager<StaffRow> users, HashQueue queue, SecondFactor factor, AuditWriter audit)
{
    /// <summary>Saves everything that the caller has changed, too, in one go.</summary>
    /// <param name="staff">A row that the database knows and that has no password.</param>
    /// <param name="password">Checked against the rules already; Identity checks again.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    public Task<JoinedCard> RunAsync(StaffRow staff, PersonalText password, CancellationToken cancellation) =>
        RunAsync(staff, password, SecondFactor.NewRecoveryCodes(), cancellation);

    /// <summary>The same with recovery codes that the person has seen already.</summary>
    public async Task<JoinedCard> RunAsync(
        StaffRow staff, PersonalText password, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        IReadOnlyList<string> recovery = await factor.RenewRecoveryCodesAsync(staff.Id, codes, cancellation);
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.Joined,
                Actor = Actor.Of(staff.Id),
                Result = AuditResult.Done,
                Body = StaffFacts.Of(staff),
            },
            cancellation);
        staff.State = StaffState.Active;
        staff.Version++;

        // Identity hashes, draws a new stamp and saves.
        IdentityResult added = await queue.RunAsync(
            () => users.AddPasswordAsync(staff, password.Reveal()), cancellation);
        if (!added.Succeeded)
        {
            throw new RefusedException(
                StaffRefusals.Invalid,
                [.. added.Errors.Select(error => new FieldFault("password", error.Description))]);
        }

        await db.SaveChangesAsync(cancellation);
        return new JoinedCard(staff.Id.ToString(), recovery);
    }
}
