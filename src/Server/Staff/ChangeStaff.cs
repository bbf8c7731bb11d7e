using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Changes roles and compartments, suspends and reinstates; each counts from the next request on.</summary>
internal sealed class ChangeStaff(
    RegistryDb db, Sessions sessions, AuditWriter audit, Settings settings, TimeProvider time)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPatch("/staff/{id}", async (
            StaffId id, ChangeRequest request, ChangeStaff change, ViewStaff view, Standing standing,
            HttpContext context,
            CancellationToken cancellation) =>
        {
            await change.RunAsync(
                standing, id, request, version => VersionTag.Check(context.Request, version), cancellation);
            StaffCard card = await view.OneAsync(id, cancellation);
            context.Response.Headers.ETag = VersionTag.Write(card.Version);
            return TypedResults.Ok(card);
        })
        .RequirePermission(Permission.ManageStaff);

    /// <param name="standing">Who changes it.</param>
    /// <param name="id">Whom.</param>
    /// <param name="request">What.</param>
    /// <param name="checkVersion">Refuses when the caller has seen another version.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    public async Task RunAsync(
        Standing standing, StaffId id, ChangeRequest request, Action<long> checkVersion, CancellationToken cancellation)
    {
        StaffRow staff = await db.Set<StaffRow>()
            .SingleOrDefaultAsync(row => row.Id == id && row.State != StaffState.Decoy, cancellation)
            ?? throw new RefusedException(StaffRefusals.NotFound);
        checkVersion(staff.Version);
        var actor = standing.Actor.Id as StaffId ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        var acts = new List<AuditAct>();
        if (request.Roles is not null)
        {
            StepUp.Require(standing, settings, time);
            acts.Add(await ChangeRolesAsync(actor, staff, request.Roles, cancellation));
        }

        if (request.Series is not null)
        {
            acts.Add(await ChangeSeriesAsync(actor, staff, request.Series, cancellation));
        }

        if (request.State is not null)
        {
            acts.Add(await ChangeStateAsync(actor, staff, request.State, cancellation));
        }

        await SaveAsync(standing.Actor, staff, acts, cancellation);
    }

    private async Task<AuditAct> ChangeRolesAsync(
        StaffId actor, StaffRow staff, IReadOnlyList<string> untrustedRoles, CancellationToken cancellation)
    {
        var input = new StaffInput();
        IReadOnlyList<Role> roles = input.Roles(untrustedRoles);
        input.ThrowIfFaulty();
        IReadOnlyList<Role> own = (await OwnAsync(actor, cancellation)).Roles;
        if (StaffRules.CheckRoles(actor, own, staff.Id, staff.Roles, roles) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        staff.Roles = roles;
        return AuditAct.RolesChanged;
    }

    private async Task<AuditAct> ChangeSeriesAsync(
        StaffId actor, StaffRow staff, IReadOnlyList<string> untrustedSeries, CancellationToken cancellation)
    {
        var input = new StaffInput();
        IReadOnlyList<string> series = input.Series(untrustedSeries);
        input.ThrowIfFaulty();
        int active = await db.Set<StaffRow>().CountAsync(row => row.State == StaffState.Active, cancellation);
        if (StaffRules.CheckSeries(actor, staff.Id, active) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        bool isLess = staff.Series.Except(series, StringComparer.Ordinal).Any();
        staff.Series = series;
        return isLess ? AuditAct.Unassigned : AuditAct.Assigned;
    }

    private async Task<AuditAct> ChangeStateAsync(
        StaffId actor, StaffRow staff, string untrustedState, CancellationToken cancellation)
    {
        IReadOnlyList<Role> own = (await OwnAsync(actor, cancellation)).Roles;
        if (StaffRules.CheckRoles(actor, own, staff.Id, staff.Roles, staff.Roles) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        switch (untrustedState)
        {
            case "suspended":
                staff.State = StaffState.Suspended;
                await sessions.EndAllAsync(staff, cancellation);
                return AuditAct.Suspended;
            case "active" when await HasJoinedAsync(staff, cancellation):
                staff.State = StaffState.Active;
                staff.Tries = 0;
                staff.TriesInRow = 0;
                staff.TriedAt = null;
                staff.LoggedInAt = time.GetUtcNow();
                return AuditAct.Reinstated;
            default:
                throw new RefusedException(
                    StaffRefusals.Invalid, new FieldFault("state", "suspended, or active for who has joined."));
        }
    }

    // Who joined with a passkey has no password.
    private async Task<bool> HasJoinedAsync(StaffRow staff, CancellationToken cancellation) =>
        staff.Password is not null
        || await db.Set<PasskeyRow>().AnyAsync(row => row.Staff == staff.Id, cancellation);

    private Task<StaffRow> OwnAsync(StaffId actor, CancellationToken cancellation) =>
        db.Set<StaffRow>().AsNoTracking().SingleAsync(row => row.Id == actor, cancellation);

    private async Task SaveAsync(Actor actor, StaffRow staff, List<AuditAct> acts, CancellationToken cancellation)
    {
        foreach (AuditAct act in acts)
        {
            await audit.RecordAsync(
                new AuditDraft { Act = act, Actor = actor, Result = AuditResult.Done, Body = StaffFacts.Of(staff) },
                cancellation);
        }

        staff.Version++;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(StaffRefusals.Changed);
        }
    }
}
