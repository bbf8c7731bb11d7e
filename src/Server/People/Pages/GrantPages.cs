using System.Globalization;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>Changing roles and compartments, with what it means before it is saved.</summary>
internal static class GrantPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/staff/{id}/grant", async (
            StaffId id, GrantModels models, ViewStaff view, CancellationToken cancellation) =>
        {
            StaffCard member = await view.OneAsync(id, cancellation);
            return Page.Of<GrantView>(await models.OfAsync(member.Roles, member.Series, member, cancellation));
        }).RequirePermission(Permission.ManageStaff);
        pages.MapPost("/staff/{id}/grant", SaveAsync).RequirePermission(Permission.ManageStaff);
    }

    private static async Task<IResult> SaveAsync(
        StaffId id, PageForm form, GrantModels models, ViewStaff view, ChangeStaff change, Standing standing,
        CancellationToken cancellation)
    {
        StaffCard member = await view.OneAsync(id, cancellation);
        if (form.Has("preview"))
        {
            return Page.Of<GrantView>(await models.TypedAsync(form, member, cancellation));
        }

        try
        {
            await change.RunAsync(
                standing, id, Request(form, member), version => CheckVersion(form, version), cancellation);
            return Page.SeeOther($"/staff/{id}?done=granted");
        }
        catch (RefusedException refused) when (FormRefusals.AreShownOnTheForm(refused.Refusal))
        {
            return Page.Of<GrantView>(
                FormRefusals.On(await models.TypedAsync(form, member, cancellation), refused),
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Refuses where somebody has changed the member since the form was shown.</summary>
    public static void CheckVersion(PageForm form, long version)
    {
        if (!string.Equals(
            form["version"], version.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            throw new RefusedException(StaffRefusals.Changed);
        }
    }

    // Only what changes: roles ask for a step-up, compartments alone do not.
    private static ChangeRequest Request(PageForm form, StaffCard member)
    {
        IReadOnlyList<string> roles = form.All("roles");
        IReadOnlyList<string> series = form.All("series");
        bool areRolesSame = roles.Order(StringComparer.Ordinal).SequenceEqual(
            member.Roles.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        bool areSeriesSame = series.Order(StringComparer.Ordinal).SequenceEqual(
            member.Series.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        return new ChangeRequest(areRolesSame ? null : roles, areSeriesSame ? null : series);
    }
}
