using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Lists service accounts and removes them; a removed one is refused from the next request on.</summary>
internal sealed class EndServiceAccount(RegistryDb db, AuditWriter audit)
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/service-accounts", async (EndServiceAccount accounts, CancellationToken cancellation) =>
                TypedResults.Ok(await accounts.ListAsync(cancellation)))
            .RequirePermission(Permission.ManageServiceAccounts);
        api.MapDelete("/service-accounts/{id}", async (
                ServiceAccountId id, EndServiceAccount accounts, Standing standing, CancellationToken cancellation) =>
            {
                await accounts.RunAsync(standing, id, cancellation);
                return TypedResults.NoContent();
            })
            .RequirePermission(Permission.ManageServiceAccounts);
    }

    public async Task<ServiceAccountList> ListAsync(CancellationToken cancellation)
    {
        List<ServiceAccountRow> rows = await db.Set<ServiceAccountRow>().AsNoTracking()
            .OrderBy(row => row.Name).ToListAsync(cancellation);
        return new ServiceAccountList([.. rows.Select(row => ServiceAccountCard.Of(row, key: null))]);
    }

    public async Task RunAsync(Standing standing, ServiceAccountId id, CancellationToken cancellation)
    {
        ServiceAccountRow row = await db.Set<ServiceAccountRow>().SingleOrDefaultAsync(
            account => account.Id == id, cancellation)
            ?? throw new RefusedException(StaffRefusals.NotFound);
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.ServiceAccountRemoved,
                Actor = standing.Actor,
                Result = AuditResult.Done,
                Body = new Dictionary<string, string>(StringComparer.Ordinal) { ["account"] = id.ToString() },
            },
            cancellation);
        db.Remove(row);
        await db.SaveChangesAsync(cancellation);
    }
}
