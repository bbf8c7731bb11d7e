using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>Shows who has signed, and receipts; one's own receipt to everybody.</summary>
internal sealed class ViewSignatures(RegistryDb db)
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/agreements/{id}/signatures", async (
            AgreementId id, ViewSignatures view, CancellationToken cancellation) =>
                TypedResults.Ok(await view.RunAsync(id, cancellation)))
            .RequirePermission(Permission.ViewStaff);
        api.MapGet("/agreements/{id}/signatures/{receipt:long}", async (
                AgreementId id, long receipt, ViewSignatures view, Standing standing, CancellationToken cancellation) =>
            TypedResults.Ok(await view.OneAsync(standing, id, receipt, cancellation)))
            .RequirePermission(Permission.LoggedIn);
    }

    public async Task<SignerList> RunAsync(AgreementId id, CancellationToken cancellation)
    {
        if (!await db.Set<AgreementRow>().AnyAsync(row => row.Id == id, cancellation))
        {
            throw new RefusedException(AgreementRefusals.NotFound);
        }

        Dictionary<StaffId, SignatureRow> signed = await db.Set<SignatureRow>().AsNoTracking()
            .Where(row => row.Agreement == id).ToDictionaryAsync(row => row.Staff, cancellation);
        List<StaffRow> staff = await db.Set<StaffRow>().AsNoTracking()
            .Where(row => row.State == StaffState.Active || row.State == StaffState.Suspended)
            .OrderBy(row => row.Name).ToListAsync(cancellation);
        return new SignerList([.. staff.Select(row => signed.TryGetValue(row.Id, out SignatureRow? signature)
            ? new SignerCard(row.Id.ToString(), row.Name, signature.Receipt, signature.SignedAt)
            : new SignerCard(row.Id.ToString(), row.Name, null, null))]);
    }

    /// <summary>A receipt by its number alone, as its page has it.</summary>
    public async Task<ReceiptCard> OneAsync(Standing standing, long receipt, CancellationToken cancellation)
    {
        AgreementId? id = await db.Set<SignatureRow>().Where(row => row.Receipt == receipt)
            .Select(row => row.Agreement).SingleOrDefaultAsync(cancellation);
        return await OneAsync(
            standing, id ?? throw new RefusedException(AgreementRefusals.NotFound), receipt, cancellation);
    }

    public async Task<ReceiptCard> OneAsync(
        Standing standing, AgreementId id, long receipt, CancellationToken cancellation)
    {
        SignatureRow? row = await db.Set<SignatureRow>().AsNoTracking()
            .SingleOrDefaultAsync(signature => signature.Receipt == receipt && signature.Agreement == id, cancellation);
        bool maySee = row is not null && (
            row.Staff == standing.Actor.Id as StaffId || standing.Permissions.Contains(Permission.ViewStaff));
        if (!maySee)
        {
            throw new RefusedException(AgreementRefusals.NotFound);
        }

        AgreementRow agreement = await db.Set<AgreementRow>().AsNoTracking().SingleAsync(
            version => version.Id == id, cancellation);
        return ReceiptCard.Of(row!, agreement);
    }
}
