using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Staff;

/// <summary>Checks password and second factor together; every way to fail costs the same.</summary>
internal sealed class CheckCredentials(
    RegistryDb db, UserManager<StaffRow> users, HashQueue queue, LogInTries tries, SecondFactor factor,
    TimeProvider time)
{
    /// <summary>
    /// An account that nobody has used for so long does not log in until a colleague reinstates it (PCI DSS 8.2.6).
    /// </summary>
    public static readonly TimeSpan Dormant = TimeSpan.FromDays(90);

    /// <summary>The address of the decoy; no normalised address looks like it.</summary>
    public const string DecoyEmail = "nobody";

    /// <summary>Whether the account has been unused for too long to log in.</summary>
    public static bool IsDormant(StaffRow staff, DateTimeOffset now) =>
        now - (staff.LoggedInAt ?? staff.CreatedAt) >= Dormant;

    /// <summary>The person, or null for every sort of failure.</summary>
    public async Task<StaffRow?> RunAsync(LogInRequest request, CancellationToken cancellation)
    {
        StaffRow staff = await FindOrDecoyAsync(EmailText.Fold(request.Email.Reveal()), cancellation);
        bool mayTry = await tries.TakeAsync(staff.Id, cancellation);
        bool isPassword = await queue.RunAsync(
            () => users.CheckPasswordAsync(staff, request.Password.Reveal()), cancellation);
        bool mayUse = mayTry && isPassword && staff.State == StaffState.Active && !IsDormant(staff, time.GetUtcNow());
        if (!await factor.TryUseAsync(staff, request.Code.Reveal(), mayUse, cancellation))
        {
            return null;
        }

        await tries.ForgetAsync(staff.Id, cancellation);
        return staff;
    }

    private async Task<StaffRow> FindOrDecoyAsync(string email, CancellationToken cancellation)
    {
        StaffRow[] found = await db.Set<StaffRow>()
            .Where(row => row.Email == email || row.Email == DecoyEmail).ToArrayAsync(cancellation);

        // Invited people have no password to compare with, so they too are checked against the decoy.
        return Array.Find(found, row => row.Password is not null && row.State != StaffState.Decoy)
            ?? found.Single(row => row.State == StaffState.Decoy);
    }
}
