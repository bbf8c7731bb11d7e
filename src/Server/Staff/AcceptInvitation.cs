using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Lets a newcomer in: first the secret of the second factor, then password and a code that proves the secret is
/// kept.
/// </summary>
internal sealed class AcceptInvitation(
    RegistryDb db, InstallationKeys keys, JoinStaff join, SecondFactor factor, TimeProvider time)
{
    public static void Map(RouteGroupBuilder api)
    {
        // The code travels in the body: addresses are logged by proxies.
        api.MapPost("/invitations/openings", async (
            InvitationRequest request, AcceptInvitation accept, CancellationToken cancellation) =>
                TypedResults.Ok(await accept.OpenAsync(request, cancellation)))
            .RequirePermission(Permission.Anyone).RequireRateLimiting(RateLimits.LogIn);
        api.MapPost("/invitations/acceptances", async (
            AcceptRequest request, AcceptInvitation accept, CancellationToken cancellation) =>
                TypedResults.Json(
                    await accept.RunAsync(request, cancellation), StaffJson.Default.JoinedCard,
                    statusCode: StatusCodes.Status201Created))
            .RequirePermission(Permission.Anyone).RequireRateLimiting(RateLimits.LogIn);
    }

    /// <summary>Shows whom the invitation is for and the secret to put into the authenticator.</summary>
    public async Task<FactorCard> OpenAsync(InvitationRequest request, CancellationToken cancellation)
    {
        (StaffRow staff, _) = await FindAsync(request.Code, cancellation);
        byte[] secret = factor.Secret(staff);
        return new FactorCard(staff.Name, staff.Email, TimeCode.Write(secret), TimeCode.Uri(secret, staff.Email));
    }

    public async Task<JoinedCard> RunAsync(AcceptRequest request, CancellationToken cancellation)
    {
        (StaffRow staff, InvitationRow invitation) = await FindAsync(request.Code, cancellation);
        var input = new StaffInput();
        input.Password(request.Password.Reveal(), staff.Email, staff.Name);
        input.ThrowIfFaulty();
        if (!await factor.TryUseAsync(staff, request.FactorCode.Reveal(), mayUse: true, cancellation))
        {
            throw new RefusedException(StaffRefusals.WrongCode, new FieldFault(
                "factorCode", "The six digits that the authenticator shows now."));
        }

        db.Remove(invitation);
        return await join.RunAsync(staff, request.Password, cancellation);
    }

    /// <summary>The open invitation of a code, and whom it is for.</summary>
    /// <exception cref="RefusedException">There is none, or it has lapsed.</exception>
    public async Task<(StaffRow Staff, InvitationRow Invitation)> FindAsync(
        PersonalText untrustedCode, CancellationToken cancellation)
    {
        if (!HandedCode.TryRead(untrustedCode.Reveal(), out string? code))
        {
            throw new RefusedException(StaffRefusals.InvitationOver);
        }

        byte[] hash = keys.Session.Hash(InviteStaff.Label, Encoding.ASCII.GetBytes(code));
        InvitationRow? invitation = await db.Set<InvitationRow>().SingleOrDefaultAsync(
            row => row.Hash == hash, cancellation);
        if (invitation is null || invitation.ExpiresAt <= time.GetUtcNow())
        {
            throw new RefusedException(StaffRefusals.InvitationOver);
        }

        StaffRow staff = await db.Set<StaffRow>().SingleAsync(row => row.Id == invitation.Staff, cancellation);
        return staff.State == StaffState.Invited ? (staff, invitation) : throw new RefusedException(
            StaffRefusals.InvitationOver);
    }
}
