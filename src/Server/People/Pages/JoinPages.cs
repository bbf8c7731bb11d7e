using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>How a newcomer gets in: the code from the paper, then a passkey or password and authenticator.</summary>
internal static class JoinPages
{
    private const string Code = "code";
    private const string Password = "password";
    private const string CodesPath = "/join/codes";

    public static void Map(RouteGroupBuilder pages)
    {
        foreach (string path in (string[])["/join", "/join/{id}"])
        {
            pages.MapGet(path, (StaffId? id) => Page.Of<JoinView>(new JoinModel { Path = PathOf(id) }))
                .RequirePermission(Permission.Anyone);
            pages.MapPost(path, async (
                StaffId? id, PageForm form, AcceptInvitation accept, JoinAndLogIn join, ShownOnce once,
                PasskeyPlace place, HttpResponse response, CancellationToken cancellation) =>
                {
                    var model = new JoinModel { Path = PathOf(id), Code = form[Code], HasPasskeys = place.IsName };
                    return form.Has(Password)
                        ? await JoinAsync(id, model, form, accept, join, once, response, cancellation)
                        : await OpenAsync(id, model, accept, [], cancellation);
                })
                .RequirePermission(Permission.Anyone).RequireRateLimiting(RateLimits.LogIn);
        }

        pages.MapGet(CodesPath, (Standing standing, ShownOnce once) => Page.Of<RecoveryCodesView>(
            new RecoveryCodesModel(
                once.TryTake(standing.Actor, CodesPath, out JoinedCard? card) ? card.RecoveryCodes : null)))
            .RequirePermission(Permission.LoggedIn);
    }

    private static string PathOf(StaffId? id) => id is null ? "/join" : $"/join/{id}";

    /// <summary>Shows the second step where the code is right and belongs to the address; else the first.</summary>
    private static async Task<IResult> OpenAsync(
        StaffId? id, JoinModel model, AcceptInvitation accept, IReadOnlyList<FieldFault> faults,
        CancellationToken cancellation)
    {
        try
        {
            await CheckAddressAsync(id, model.Code, accept, cancellation);
            var request = new InvitationRequest(new PersonalText(model.Code));
            FactorCard factor = await accept.OpenAsync(request, cancellation);
            return Page.Of<JoinFactorView>(
                model with { Factor = factor, Faults = faults },
                faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }
        catch (RefusedException refused) when (refused.Refusal == StaffRefusals.InvitationOver)
        {
            return Page.Of<JoinView>(
                model with
                {
                    Refusal = "That code opens no invitation: mistyped, used, or older than seven days. "
                        + "Check it, or ask for a new one.",
                },
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> JoinAsync(
        StaffId? id, JoinModel model, PageForm form, AcceptInvitation accept, JoinAndLogIn join, ShownOnce once,
        HttpResponse response, CancellationToken cancellation)
    {
        try
        {
            await CheckAddressAsync(id, model.Code, accept, cancellation);
            (JoinedCard joined, SessionToken token) = await join.RunAsync(
                new AcceptRequest(
                    new PersonalText(model.Code), new PersonalText(form[Password]),
                    new PersonalText(form["factorCode"])),
                cancellation);
            SessionCookie.Write(response, token);
            once.Keep(Actor.Of(StaffId.Parse(joined.Id, null)), CodesPath, joined);
            return Page.SeeOther(CodesPath);
        }
        catch (RefusedException refused) when (refused.Refusal.Kind is RefusalKind.Invalid or RefusalKind.NotFound)
        {
            return await OpenAsync(id, model, accept, refused.Faults, cancellation);
        }
    }

    // A link and a code of two invitations do not go together; to whoever tries, it looks like a wrong code.
    private static async Task CheckAddressAsync(
        StaffId? id, string untrustedCode, AcceptInvitation accept, CancellationToken cancellation)
    {
        (StaffRow staff, _) = await accept.FindAsync(new PersonalText(untrustedCode), cancellation);
        if (id is not null && id != staff.Id)
        {
            throw new RefusedException(StaffRefusals.InvitationOver);
        }
    }
}
