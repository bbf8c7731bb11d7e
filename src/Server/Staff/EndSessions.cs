using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Ends the caller's sessions everywhere, this one too, or one of them.</summary>
internal sealed class EndSessions(RegistryDb db, Sessions sessions, AuditWriter audit)
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapDelete("/sessions", async (
            EndSessions end, Standing standing, HttpResponse response, CancellationToken cancellation) =>
        {
            await end.RunAsync(standing, cancellation);
            SessionCookie.Remove(response);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.LoggedIn).AnswersWhileLocked();
        api.MapDelete("/sessions/{id:regex(^[0-9a-f]{{16}}$)}", async (
            string id, EndSessions end, Standing standing, CancellationToken cancellation) =>
        {
            await end.OneAsync(standing, id, cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.LoggedIn);
    }

    /// <summary>Everywhere, at once: every token that this person holds is void.</summary>
    public async Task RunAsync(Standing standing, CancellationToken cancellation)
    {
        StaffId id = Caller(standing);
        StaffRow staff = await db.Set<StaffRow>().SingleAsync(row => row.Id == id, cancellation);
        await RecordAsync(standing, "everywhere", cancellation);
        await sessions.EndAllAsync(staff, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>One, by its name in the list.</summary>
    public async Task OneAsync(Standing standing, string untrustedId, CancellationToken cancellation)
    {
        StaffId id = Caller(standing);
        List<SessionRow> rows = await db.Set<SessionRow>().AsNoTracking()
            .Where(row => row.Staff == id).ToListAsync(cancellation);
        SessionRow session = rows.Find(row => string.Equals(
            OwnSessionCard.IdOf(row), untrustedId, StringComparison.Ordinal))
            ?? throw new RefusedException(StaffRefusals.NotFound);
        await RecordAsync(standing, "one", cancellation);
        await sessions.EndAsync(session.Hash, cancellation);
    }

    private static StaffId Caller(Standing standing) =>
        standing.Session is not null && standing.Actor.Id is StaffId id
            ? id
            : throw new RefusedException(StaffRefusals.PeopleOnly);

    private Task<long> RecordAsync(Standing standing, string which, CancellationToken cancellation) => audit.RecordAsync(
        new AuditDraft
        {
            Act = AuditAct.SessionsEnded,
            Actor = standing.Actor,
            Result = AuditResult.Done,
            Body = new Dictionary<string, string>(StringComparer.Ordinal) { ["which"] = which },
        },
        cancellation);
}
