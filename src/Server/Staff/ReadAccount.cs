using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Shows people by what they log in and where they are logged in.</summary>
internal sealed class ReadAccount(RegistryDb db, ViewPasskeys passkeys, ViewSessions sessions)
{
    public async Task<AccountCard> RunAsync(Standing standing, CancellationToken cancellation)
    {
        var id = standing.Actor.Id as StaffId ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        StaffRow staff = await db.Set<StaffRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        return new AccountCard
        {
            Name = staff.Name,
            Email = staff.Email,
            Roles = [.. staff.Roles.Select(RoleNames.Write)],
            HasPassword = staff.Password is not null,
            RecoveryCodesLeft = await db.Set<RecoveryCodeRow>().CountAsync(row => row.Staff == id, cancellation),
            Passkeys = (await passkeys.RunAsync(standing, cancellation)).Items,
            Sessions = (await sessions.RunAsync(standing, cancellation)).Items,
        };
    }
}
