using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// The standing of somebody whose work goes on without a request: long jobs. Read anew for each step, so that a
/// suspension or a
/// lapsed screening ends the work. There is no session in it, and so no step-up.
/// </summary>
internal sealed class StandingOfActor(IDbContextFactory<RegistryDb> registry, TimeProvider time)
{
    /// <summary>What the actor may do now; a visitor's standing where the actor may do nothing any more.</summary>
    public async Task<Standing> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        Standing? standing = actor.Id switch
        {
            StaffId staff => await OfStaffAsync(db, staff, cancellation),
            ServiceAccountId account => await OfAccountAsync(db, account, cancellation),
            _ => null,
        };
        return standing ?? Standing.Visitor;
    }

    /// <summary>What a member of staff may do, whether able to log in or not; without a session, so no step-up.</summary>
    public static Standing Of(StaffRow staff, bool isSigned) => new()
    {
        Actor = Actor.Of(staff.Id),
        Permissions = RolePermissions.Of(staff.Roles),
        Series = staff.Series.ToHashSet(StringComparer.Ordinal),
        ScreenedUntil = staff.ScreenedUntil,
        RevealKinds = RolePermissions.RevealKinds(staff.Roles),
        HasSignedCurrentAgreement = isSigned,
    };

    private static async Task<Standing?> OfStaffAsync(RegistryDb db, StaffId id, CancellationToken cancellation)
    {
        StaffRow? staff = await db.Set<StaffRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.State == StaffState.Active, cancellation);
        return staff is null ? null : Of(
            staff, staff.SignedAgreement is { } signed && await IsCurrentAsync(db, signed, cancellation));
    }

    private async Task<Standing?> OfAccountAsync(RegistryDb db, ServiceAccountId id, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        ServiceAccountRow? account = await db.Set<ServiceAccountRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.ExpiresAt > now, cancellation);
        if (account is null || !Scopes.TryParse(account.Scopes.Split(','), out Scopes? scopes)
            || await OfStaffAsync(db, account.Owner, cancellation) is not { } owner)
        {
            return null;
        }

        return owner with
        {
            Actor = Actor.Of(account.Id),
            Permissions = scopes.Permissions,
            Series = account.Series.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
            RevealKinds = scopes.RevealKinds,
        };
    }

    private static Task<bool> IsCurrentAsync(RegistryDb db, AgreementId signed, CancellationToken cancellation) =>
        db.Set<CurrentAgreementRow>().AnyAsync(row => row.Agreement == signed, cancellation);
}
