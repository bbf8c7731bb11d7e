using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff.Pages;

/// <summary>One's own account: passkeys, sessions, recovery codes left.</summary>
internal static class AccountPages
{
    private const string Remove = "remove";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/account", async (
            string? done, ReadAccount read, PasskeyPlace place, Standing standing, CancellationToken cancellation) =>
                Page.Of<AccountView>(new AccountModel
                {
                    Account = await read.RunAsync(standing, cancellation),
                    HasPasskeys = place.IsName,
                    Done = done,
                }))
            .RequirePermission(Permission.LoggedIn);
        pages.MapPost("/account", EndAsync).RequirePermission(Permission.LoggedIn);
        pages.MapGet("/account/passkeys/{id}", async (
            PasskeyId id, ViewPasskeys view, Standing standing, CancellationToken cancellation) =>
        {
            PasskeyCard passkey = await FindAsync(id, view, standing, cancellation);
            return Page.Of<PasskeyView>(new PasskeyModel { Passkey = passkey, Name = passkey.Name });
        }).RequirePermission(Permission.LoggedIn);
        pages.MapPost("/account/passkeys/{id}", ChangeAsync).RequirePermission(Permission.LoggedIn);
    }

    private static async Task<IResult> EndAsync(
        PageForm form, EndSessions end, Standing standing, HttpResponse response, CancellationToken cancellation)
    {
        if (form.Has("everywhere"))
        {
            await end.RunAsync(standing, cancellation);
            SessionCookie.Remove(response);
            return Page.SeeOther("/log-in?done=left");
        }

        await end.OneAsync(standing, form["end"], cancellation);
        return Page.SeeOther("/account?done=ended");
    }

    private static async Task<IResult> ChangeAsync(
        PasskeyId id, PageForm form, ViewPasskeys view, RenamePasskey rename, RemovePasskey remove, Standing standing,
        CancellationToken cancellation)
    {
        PasskeyCard passkey = await FindAsync(id, view, standing, cancellation);
        try
        {
            if (form.Has(Remove))
            {
                await remove.RunAsync(standing, id, null, cancellation);
                return Page.SeeOther("/account?done=removed");
            }

            await rename.RunAsync(standing, id, new PasskeyNameRequest(form["name"]), cancellation);
            return Page.SeeOther("/account?done=renamed");
        }
        catch (RefusedException refused) when (refused.Refusal.Kind is RefusalKind.Invalid or RefusalKind.NotAllowed)
        {
            var model = new PasskeyModel
            {
                Passkey = passkey,
                Name = form.Has(Remove) ? passkey.Name : form["name"],
                Faults = refused.Faults,
                Refusal = refused.Faults.Count == 0 ? refused.Refusal.Sentence : null,
            };
            return Page.Of<PasskeyView>(model, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<PasskeyCard> FindAsync(
        PasskeyId id, ViewPasskeys view, Standing standing, CancellationToken cancellation) =>
        (await view.RunAsync(standing, cancellation)).Items.SingleOrDefault(card => card.Id == id.ToString())
        ?? throw new RefusedException(StaffRefusals.NotFound);
}
