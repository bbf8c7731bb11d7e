using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Begins, renews and ends sessions. A token is 256 random bits; the registry holds its keyed hash only. Callers
/// save.
/// </summary>
internal sealed class Sessions(RegistryDb db, InstallationKeys keys, Settings settings, TimeProvider time)
{
    /// <summary>A session ends after this however busy it is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string Label = "session/v1";
    private const int TokenBytes = 32;
    private static readonly TimeSpan NoteSeenEvery = TimeSpan.FromSeconds(15);

    public byte[] Hash(string untrustedToken) => keys.Session.Hash(Label, Encoding.UTF8.GetBytes(untrustedToken));

    /// <summary>Begins a session; the token is in no file and is given out once.</summary>
    public SessionToken Begin(StaffRow staff, string method)
    {
        DateTimeOffset now = time.GetUtcNow();
        return Add(new SessionRow { Staff = staff.Id, EndsAt = now + Longest, BeganAt = now, Method = method }, staff);
    }

    /// <summary>
    /// Ends a session and begins it anew under another token, unlocked; its end does not move.
    /// </summary>
    /// <param name="hash">The hash of the token that is over.</param>
    /// <param name="staff">Whose session it is.</param>
    /// <param name="mark">The step-up that was given; null keeps the one that the session has.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    public async Task<SessionToken?> RenewAsync(
        byte[] hash, StaffRow staff, StepUpMark? mark, CancellationToken cancellation)
    {
        SessionRow? old = await db.Set<SessionRow>().SingleOrDefaultAsync(row => row.Hash == hash, cancellation);
        if (old is null)
        {
            return null;
        }

        db.Remove(old);
        var renewed = new SessionRow
        {
            Staff = staff.Id,
            EndsAt = old.EndsAt,
            BeganAt = old.BeganAt,
            Method = old.Method,
            SteppedUpAt = mark is null ? old.SteppedUpAt : time.GetUtcNow(),
            SteppedUpFor = mark is null ? old.SteppedUpFor : mark.For,
            StepUpEntry = mark is null ? old.StepUpEntry : mark.Entry,
        };
        return Add(renewed, staff);
    }

    public Task EndAsync(byte[] hash, CancellationToken cancellation) =>
        db.Set<SessionRow>().Where(row => row.Hash == hash).ExecuteDeleteAsync(cancellation);

    /// <summary>Ends every session of a person at once: a new stamp, and the rows go.</summary>
    public async Task EndAllAsync(StaffRow staff, CancellationToken cancellation)
    {
        staff.Stamp = NewStamp();
        db.RemoveRange(await db.Set<SessionRow>().Where(row => row.Staff == staff.Id).ToListAsync(cancellation));
    }

    /// <summary>Whether a session still runs; an idle one ends at the very instant.</summary>
    public bool Runs(SessionRow session, StaffRow staff)
    {
        DateTimeOffset now = time.GetUtcNow();
        return staff.State == StaffState.Active && string.Equals(session.Stamp, staff.Stamp, StringComparison.Ordinal)
            && now < session.EndsAt && now < session.SeenAt + settings.SessionIdle;
    }

    /// <summary>Whether nobody has used the screen for so long that it locks.</summary>
    public bool IsIdle(SessionRow session) => time.GetUtcNow() - session.SeenAt >= settings.IdleLock;

    /// <summary>Locks the session's screen.</summary>
    public Task LockAsync(byte[] hash, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        return db.Set<SessionRow>().Where(row => row.Hash == hash && row.LockedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LockedAt, now), cancellation);
    }

    /// <summary>Notes that a session is in use; written every quarter of a minute at most.</summary>
    public async Task NoteSeenAsync(SessionRow session, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (now - session.SeenAt >= NoteSeenEvery)
        {
            try
            {
                await db.Set<SessionRow>().Where(row => row.Hash == session.Hash)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), cancellation);
            }
            catch (DbException)
            {
                // A full disk must not shut the door to who only reads; a session that is not noted ends the sooner.
            }
        }
    }

    /// <summary>Removes sessions that are over.</summary>
    public Task SweepAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset idleSince = now - settings.SessionIdle;
        return db.Set<SessionRow>().Where(row => row.EndsAt <= now || row.SeenAt <= idleSince).ExecuteDeleteAsync(
            cancellation);
    }

    public static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private SessionToken Add(SessionRow row, StaffRow staff)
    {
        string token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        DateTimeOffset now = time.GetUtcNow();
        row.Hash = Hash(token);
        row.Stamp = staff.Stamp;
        row.SeenAt = now;
        row.FactorAt = now;
        db.Add(row);
        return new SessionToken(token, row.EndsAt);
    }
}
