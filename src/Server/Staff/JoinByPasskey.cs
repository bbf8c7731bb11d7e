using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Lets a newcomer in with the code of the invitation and a passkey; there is no password then, and none is needed.
/// </summary>
internal sealed class JoinByPasskey(
    RegistryDb db, AcceptInvitation accept, RegisterPasskey register, SecondFactor factor, AuditWriter audit)
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/invitations/passkeys/challenges", async (
            InvitationRequest request, JoinByPasskey join, CancellationToken cancellation) =>
                TypedResults.Ok(await join.BeginAsync(request, cancellation)))
            .RequirePermission(Permission.Anyone).RequireRateLimiting(RateLimits.LogIn);
        api.MapPost("/invitations/passkeys", async (
            JoinRequest request, JoinByPasskey join, CancellationToken cancellation) =>
                TypedResults.Json(
                    await join.RunAsync(request, cancellation), StaffJson.Default.JoinedCard,
                    statusCode: StatusCodes.Status201Created))
            .RequirePermission(Permission.Anyone).RequireRateLimiting(RateLimits.LogIn);
    }

    public async Task<PasskeyOptionsCard> BeginAsync(InvitationRequest request, CancellationToken cancellation)
    {
        (StaffRow staff, InvitationRow invitation) = await accept.FindAsync(request.Code, cancellation);
        return await register.BeginForAsync(staff, BoundTo(invitation), cancellation);
    }

    public async Task<JoinedCard> RunAsync(JoinRequest request, CancellationToken cancellation)
    {
        (StaffRow staff, InvitationRow invitation) = await accept.FindAsync(request.Code, cancellation);
        await register.AddForAsync(
            staff, BoundTo(invitation), new PasskeyRequest(request.Ceremony, request.Name, request.Credential),
            cancellation);
        IReadOnlyList<string> recovery = await factor.RenewRecoveryCodesAsync(
            staff.Id, SecondFactor.NewRecoveryCodes(), cancellation);
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.Joined,
                Actor = Actor.Of(staff.Id),
                Result = AuditResult.Done,
                Body = StaffFacts.Of(staff),
            },
            cancellation);
        db.Remove(invitation);
        staff.State = StaffState.Active;
        staff.Stamp = Sessions.NewStamp();
        staff.Version++;
        await db.SaveChangesAsync(cancellation);
        return new JoinedCard(staff.Id.ToString(), recovery);
    }

    private static string BoundTo(InvitationRow invitation) => Convert.ToHexString(invitation.Hash);
}
