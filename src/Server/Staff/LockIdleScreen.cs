using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Locks a browser's session that nobody has used for the minutes of the settings. The page locks itself, too; this
/// holds where its script does not run.
/// </summary>
internal sealed class LockIdleScreen(Sessions sessions, AuditWriter audit)
{
    /// <summary>Locks it where it is idle, and says whether it was.</summary>
    public async Task<bool> RunAsync(SessionRow session, CancellationToken cancellation)
    {
        if (!sessions.IsIdle(session))
        {
            return false;
        }

        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.ScreenLocked,
                Actor = Actor.Of(session.Staff),
                Result = AuditResult.Done,
                Body = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = "idle" },
            },
            cancellation);
        await sessions.LockAsync(session.Hash, cancellation);
        return true;
    }
}
