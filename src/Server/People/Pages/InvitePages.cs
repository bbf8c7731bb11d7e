using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>Inviting somebody, and the paper that is handed over.</summary>
internal static class InvitePages
{
    private const string Preview = "preview";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/staff/invite", ShowAsync).RequirePermission(Permission.ManageStaff);
        pages.MapPost("/staff/invite", InviteAsync).RequirePermission(Permission.ManageStaff);
        pages.MapGet("/staff/{id}/invitation", async (
            StaffId id, ShownOnce once, ViewStaff view, Standing standing, HttpRequest request, Settings settings,
            CancellationToken cancellation) => Page.Of<InvitationView>(new InvitationModel
            {
                Member = await view.OneAsync(id, cancellation),
                Invitation =
                    once.TryTake(standing.Actor, PathOf(id.ToString()), out InvitationCard? card) ? card : null,
                Link = $"{Origin(settings, request)}/join/{id}",
            }))
            .RequirePermission(Permission.ManageStaff);
    }

    private static async Task<IResult> ShowAsync(
        string? again, GrantModels models, ViewStaff view, Standing standing, Settings settings, TimeProvider time,
        CancellationToken cancellation)
    {
        // Asked before the form is filled in, so that nothing typed is in the way of it.
        StepUp.Require(standing, settings, time);
        if (!StaffId.TryParse(again, null, out StaffId? id))
        {
            return Page.Of<InviteView>(await models.OfAsync([], [], null, cancellation));
        }

        StaffCard member = await view.OneAsync(id, cancellation);
        return Page.Of<InviteView>(await models.OfAsync(member.Roles, member.Series, null, cancellation) with
        {
            Email = member.Email,
            Name = member.Name,
            Items = member.ScreeningItems,
        });
    }

    private static async Task<IResult> InviteAsync(
        PageForm form, GrantModels models, InviteStaff invite, ShownOnce once, Standing standing,
        CancellationToken cancellation)
    {
        if (form.Has(Preview))
        {
            return Page.Of<InviteView>(await models.TypedAsync(form, null, cancellation));
        }

        try
        {
            string[] items = [.. form.All("items").Append(form["otherItem"]).Where(item => item.Length > 0)];
            var request = new InviteRequest(
                form["email"], form["name"], form.All("roles"), form.All("series"), items);
            InvitationCard card = await invite.RunAsync(standing, request, cancellation);
            once.Keep(standing.Actor, PathOf(card.Id), card);
            return Page.SeeOther(PathOf(card.Id));
        }
        catch (RefusedException refused) when (FormRefusals.AreShownOnTheForm(refused.Refusal))
        {
            return Page.Of<InviteView>(
                FormRefusals.On(await models.TypedAsync(form, null, cancellation), refused),
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static string PathOf(string id) => $"/staff/{id}/invitation";

    // The address that the newcomer will type; without a public one, the one that this browser came by.
    private static string Origin(Settings settings, HttpRequest request) =>
        settings.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? $"https://{request.Host}";
}
