using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Removes one of the caller's passkeys, but never their last way in.</summary>
internal sealed class RemovePasskey(RegistryDb db, FreshFactor fresh, AuditWriter audit)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapDelete("/passkeys/{id}", async (
            PasskeyId id, RemovePasskey remove, Standing standing, CancellationToken cancellation) =>
        {
            await remove.RunAsync(standing, id, null, cancellation);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permission.LoggedIn);

    public async Task RunAsync(
        Standing standing, PasskeyId id, PersonalText? code, CancellationToken cancellation)
    {
        var holder = standing.Actor.Id as StaffId ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        PasskeyRow row = await db.Set<PasskeyRow>().AsNoTracking()
            .SingleOrDefaultAsync(passkey => passkey.Id == id && passkey.Staff == holder, cancellation)
            ?? throw new RefusedException(StaffRefusals.NotFound);
        await fresh.RequireAsync(standing, code, cancellation);
        if (await IsLastAsync(holder, cancellation))
        {
            throw new RefusedException(StaffRefusals.LastFactor);
        }

        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.PasskeyRemoved,
                Actor = standing.Actor,
                Result = AuditResult.Done,
                Body = PasskeyFacts.Of(row),
            },
            cancellation);
        if (!await DeleteAsync(holder, id, cancellation))
        {
            throw new RefusedException(StaffRefusals.LastFactor);
        }
    }

    private async Task<bool> IsLastAsync(StaffId holder, CancellationToken cancellation)
    {
        bool hasPassword = await db.Set<StaffRow>().AnyAsync(
            row => row.Id == holder && row.Password != null, cancellation);
        return !hasPassword && await db.Set<PasskeyRow>().CountAsync(row => row.Staff == holder, cancellation) <= 1;
    }

    // Looks again in the statement that removes: two removals at the same moment must not take the last two.
    private async Task<bool> DeleteAsync(StaffId holder, PasskeyId id, CancellationToken cancellation)
    {
        string staff = holder.ToString();
        string passkey = id.ToString();
        return await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM passkey WHERE id = {passkey} AND staff = {staff} AND (
                (SELECT password FROM staff WHERE id = {staff}) IS NOT NULL
                OR (SELECT count(*) FROM passkey WHERE staff = {staff}) > 1)
            """,
            cancellation) == 1;
    }
}
