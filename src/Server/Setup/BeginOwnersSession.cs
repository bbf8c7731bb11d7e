using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Logs the owner in at the end of the first run, in which password and factor were just given.</summary>
internal sealed class BeginOwnersSession(RegistryDb db, Sessions sessions)
{
    public async Task<SessionToken> RunAsync(StaffId owner, CancellationToken cancellation)
    {
        StaffRow row = await db.Set<StaffRow>().SingleAsync(staff => staff.Id == owner, cancellation);
        SessionToken token = sessions.Begin(row, SessionMethod.Password);
        await db.SaveChangesAsync(cancellation);
        return token;
    }
}
