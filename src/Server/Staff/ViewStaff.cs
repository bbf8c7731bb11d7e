using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Shows who works here and how far each is.</summary>
internal sealed class ViewStaff(RegistryDb db)
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/staff", async (ViewStaff view, CancellationToken cancellation) =>
                TypedResults.Ok(await view.RunAsync(cancellation)))
            .RequirePermission(Permission.ViewStaff);
        api.MapGet("/staff/{id}", async (
            StaffId id, ViewStaff view, HttpResponse response, CancellationToken cancellation) =>
            {
                StaffCard card = await view.OneAsync(id, cancellation);
                response.Headers.ETag = VersionTag.Write(card.Version);
                return TypedResults.Ok(card);
            })
            .RequirePermission(Permission.ViewStaff);
    }

    public async Task<StaffList> RunAsync(CancellationToken cancellation)
    {
        AgreementId? current = await CurrentAsync(cancellation);
        List<StaffRow> rows = await db.Set<StaffRow>().AsNoTracking()
            .Where(row => row.State != StaffState.Decoy).OrderBy(row => row.Name).ToListAsync(cancellation);
        return new StaffList([.. rows.Select(row => StaffCard.Of(row, IsSigned(row, current)))]);
    }

    public async Task<StaffCard> OneAsync(StaffId id, CancellationToken cancellation)
    {
        StaffRow? row = await db.Set<StaffRow>().AsNoTracking()
            .SingleOrDefaultAsync(staff => staff.Id == id && staff.State != StaffState.Decoy, cancellation);
        return row is null
            ? throw new RefusedException(StaffRefusals.NotFound)
            : StaffCard.Of(row, IsSigned(row, await CurrentAsync(cancellation)));
    }

    private async Task<AgreementId?> CurrentAsync(CancellationToken cancellation) =>
        (await db.Set<CurrentAgreementRow>().AsNoTracking().SingleOrDefaultAsync(cancellation))?.Agreement;

    private static bool IsSigned(StaffRow row, AgreementId? current) =>
        current is not null && row.SignedAgreement == current;
}
