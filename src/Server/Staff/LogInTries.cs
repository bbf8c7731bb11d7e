using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Counts tries in one statement before anything is checked, so that tries at the same moment cannot pass the limit
/// together: ten, then
/// 30 minutes' wait (PCI DSS 8.3.4); a hundred in a row, then a colleague has to lift it (SP 800-63B).
/// </summary>
internal sealed class LogInTries(RegistryDb db, TimeProvider time)
{
    public const int Most = 10;
    public const int MostInRow = 100;
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(30);

    /// <summary>Takes one try; false when there is none left. A try while locked does not lengthen the lock.</summary>
    public async Task<bool> TakeAsync(StaffId staff, CancellationToken cancellation)
    {
        string id = staff.ToString();
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        long unlocked = now - (long)Lock.TotalMilliseconds;
        List<long> taken = await db.Database.SqlQuery<long>($"""
            UPDATE staff SET
                tries = CASE WHEN tries >= {Most} THEN CASE WHEN tried_at <= {unlocked} THEN 1 ELSE {Most + 1} END ELSE tries + 1 END,
                tries_in_row = CASE WHEN tries >= {Most} AND tried_at > {unlocked} THEN tries_in_row ELSE tries_in_row + 1 END,
                tried_at = CASE WHEN tries >= {Most} AND tried_at > {unlocked} THEN tried_at ELSE {now} END
            WHERE id = {id}
            RETURNING CASE WHEN tries > {Most} OR tries_in_row > {MostInRow} THEN 0 ELSE 1 END AS "Value"
            """).ToListAsync(cancellation);
        return taken is [1];
    }

    /// <summary>Forgets the tries after a success or when a colleague lifts the lock.</summary>
    public Task ForgetAsync(StaffId staff, CancellationToken cancellation)
    {
        string id = staff.ToString();
        return db.Database.ExecuteSqlAsync(
            $"UPDATE staff SET tries = 0, tries_in_row = 0, tried_at = NULL WHERE id = {id}", cancellation);
    }
}
