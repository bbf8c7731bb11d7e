using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>Shows the versions; everybody who is logged in may read what they are asked to sign.</summary>
internal sealed class ViewAgreements(RegistryDb db)
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/agreements", async (ViewAgreements view, CancellationToken cancellation) =>
                TypedResults.Ok(await view.ListAsync(cancellation)))
            .RequirePermission(Permission.LoggedIn);
        api.MapGet("/agreements/current", async (
            ViewAgreements view, Standing standing, CancellationToken cancellation) =>
                TypedResults.Ok((await view.CurrentAsync(cancellation)) with { Signed = standing.HasSignedCurrentAgreement }))
            .RequirePermission(Permission.LoggedIn);
        api.MapGet("/agreements/{id}", async (AgreementId id, ViewAgreements view, CancellationToken cancellation) =>
                TypedResults.Ok(await view.OneAsync(id, cancellation)))
            .RequirePermission(Permission.LoggedIn);
    }

    public async Task<AgreementList> ListAsync(CancellationToken cancellation)
    {
        AgreementId current = await CurrentIdAsync(cancellation);
        List<AgreementRow> rows = await db.Set<AgreementRow>().AsNoTracking()
            .OrderByDescending(row => row.Version).ToListAsync(cancellation);
        return new AgreementList([.. rows.Select(row => AgreementCard.Of(row, row.Id == current, withText: false))]);
    }

    public async Task<AgreementCard> CurrentAsync(CancellationToken cancellation) =>
        await OneAsync(await CurrentIdAsync(cancellation), cancellation);

    public async Task<AgreementCard> OneAsync(AgreementId id, CancellationToken cancellation)
    {
        AgreementRow row = await db.Set<AgreementRow>().AsNoTracking()
            .SingleOrDefaultAsync(agreement => agreement.Id == id, cancellation)
            ?? throw new RefusedException(AgreementRefusals.NotFound);
        return AgreementCard.Of(row, row.Id == await CurrentIdAsync(cancellation), withText: true);
    }

    /// <summary>The current version with what this member of staff has signed of it and before it.</summary>
    public async Task<AgreementToSign> ForSignerAsync(Standing standing, CancellationToken cancellation)
    {
        var signer = standing.Actor.Id as StaffId ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        AgreementId current = await CurrentIdAsync(cancellation);
        var signed = await (
            from signature in db.Set<SignatureRow>().AsNoTracking()
            join agreement in db.Set<AgreementRow>() on signature.Agreement equals agreement.Id
            where signature.Staff == signer
            orderby agreement.Version descending
            select new { Signature = signature, Agreement = agreement }).Take(2).ToListAsync(cancellation);
        var own = signed.Find(one => one.Agreement.Id == current);
        var earlier = signed.Find(one => one.Agreement.Id != current);
        return new AgreementToSign
        {
            Agreement = await OneAsync(current, cancellation),
            Receipt = own is null ? null : ReceiptCard.Of(own.Signature, own.Agreement),
            Earlier = earlier is null ? null : AgreementCard.Of(earlier.Agreement, isCurrent: false, withText: true),
        };
    }

    private async Task<AgreementId> CurrentIdAsync(CancellationToken cancellation) =>
        (await db.Set<CurrentAgreementRow>().AsNoTracking().SingleOrDefaultAsync(cancellation))?.Agreement
        ?? throw new RefusedException(AgreementRefusals.NotFound);
}
