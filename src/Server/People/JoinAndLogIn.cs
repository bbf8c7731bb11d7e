using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People;

/// <summary>
/// Lets a newcomer join with password and authenticator and begins the first session: both were given just now, and
/// the next code would be half a minute away.
/// </summary>
internal sealed class JoinAndLogIn(
    AcceptInvitation accept, RegistryDb db, Sessions sessions, AuditWriter audit, TimeProvider time)
{
    public async Task<(JoinedCard Joined, SessionToken Token)> RunAsync(
        AcceptRequest request, CancellationToken cancellation)
    {
        JoinedCard joined = await accept.RunAsync(request, cancellation);
        StaffId id = StaffId.Parse(joined.Id, null);
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.LoggedIn,
                Actor = Actor.Of(id),
                Result = AuditResult.Done,
                Body = SessionMethod.Facts(SessionMethod.Password),
            },
            cancellation);
        StaffRow staff = await db.Set<StaffRow>().SingleAsync(row => row.Id == id, cancellation);
        staff.LoggedInAt = time.GetUtcNow();
        SessionToken token = sessions.Begin(staff, SessionMethod.Password);
        await db.SaveChangesAsync(cancellation);
        return (joined, token);
    }
}
