using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Invites somebody: the row is made now, the person sets password and second factor with the code that is handed
/// over.
/// </summary>
internal sealed class InviteStaff(
    RegistryDb db, InstallationKeys keys, AuditWriter audit, Settings settings, TimeProvider time)
{
    public const string Label = "invitation/v1";
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/staff", async (
            InviteRequest request, InviteStaff invite, Standing standing, CancellationToken cancellation) =>
        {
            InvitationCard card = await invite.RunAsync(standing, request, cancellation);
            return TypedResults.Created($"/api/v1/staff/{card.Id}", card);
        })
        .RequirePermission(Permission.ManageStaff);

    public async Task<InvitationCard> RunAsync(Standing standing, InviteRequest request, CancellationToken cancellation)
    {
        StepUp.Require(standing, settings, time);
        var input = new StaffInput();
        string email = input.Email(request.Email);
        string name = input.Text("name", request.Name, StaffInput.LongestName);
        IReadOnlyList<Role> roles = input.Roles(request.Roles);
        IReadOnlyList<string> series = input.Series(request.Series ?? []);
        IReadOnlyList<string> items = input.Items("screeningItems", request.ScreeningItems ?? []);
        input.ThrowIfFaulty();

        var actor = (StaffId)standing.Actor.Id!;
        StaffRow inviter = await db.Set<StaffRow>().AsNoTracking().SingleAsync(row => row.Id == actor, cancellation);
        StaffRow staff = await FindOrNewAsync(email, cancellation);
        if (StaffRules.CheckRoles(actor, inviter.Roles, staff.Id, staff.Roles, roles) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        staff.Name = name;
        staff.Roles = roles;
        staff.Series = series;
        staff.ScreeningItems = items;
        return await SaveAsync(standing.Actor, staff, cancellation);
    }

    // A lost or lapsed invitation is replaced by inviting again; somebody who has joined is not touched.
    private async Task<StaffRow> FindOrNewAsync(string email, CancellationToken cancellation)
    {
        StaffRow? known = await db.Set<StaffRow>().SingleOrDefaultAsync(row => row.Email == email, cancellation);
        if (known is { State: not StaffState.Invited })
        {
            throw new RefusedException(StaffRefusals.EmailTaken);
        }

        if (known is not null)
        {
            known.Version++;
            return known;
        }

        var fresh = new StaffRow { Email = email, State = StaffState.Invited, CreatedAt = time.GetUtcNow() };
        db.Add(fresh);
        return fresh;
    }

    private async Task<InvitationCard> SaveAsync(Actor actor, StaffRow staff, CancellationToken cancellation)
    {
        string code = HandedCode.New();
        staff.Stamp = Sessions.NewStamp();
        staff.FactorSalt = SecondFactor.NewSalt();
        var invitation = new InvitationRow
        {
            Staff = staff.Id,
            Hash = keys.Session.Hash(Label, Encoding.ASCII.GetBytes(code)),
            ExpiresAt = time.GetUtcNow() + Life,
        };
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.Invited,
                Actor = actor,
                Result = AuditResult.Done,
                Body = StaffFacts.Of(staff),
            },
            cancellation);
        await db.Set<InvitationRow>().Where(row => row.Staff == staff.Id).ExecuteDeleteAsync(cancellation);
        db.Add(invitation);
        await db.SaveChangesAsync(cancellation);
        return new InvitationCard(staff.Id.ToString(), code, invitation.ExpiresAt);
    }
}
