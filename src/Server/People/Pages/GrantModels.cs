using Strongroom.Server.Compartments;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>Makes what the forms of a grant show, from the registry or from what was typed.</summary>
internal sealed class GrantModels(MeasureGrant measure, CompartmentRegister register)
{
    /// <param name="roles">As the API spells them; unknown ones count for nothing and are refused on saving.</param>
    /// <param name="series">The series ticked.</param>
    /// <param name="member">Whose grant is changed; null for somebody new.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<GrantModel> OfAsync(
        IReadOnlyList<string> roles, IReadOnlyList<string> series, StaffCard? member, CancellationToken cancellation) =>
        new()
        {
            Member = member,
            Before = member is null ? null : await MeasureAsync(member.Roles, member.Series, cancellation),
            After = await MeasureAsync(roles, series, cancellation),
            Roles = roles,
            Series = series,
            AllSeries = [.. (await register.AllAsync(cancellation)).Select(facts => facts.Series)
                .Concat(member?.Series ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };

    /// <summary>The same with what was typed into the form of an invitation.</summary>
    public async Task<GrantModel> TypedAsync(PageForm form, StaffCard? member, CancellationToken cancellation) =>
        await OfAsync(form.All("roles"), form.All("series"), member, cancellation) with
        {
            Email = form["email"],
            Name = form["name"],
            Items = form.All("items"),
            OtherItem = form["otherItem"],
        };

    private async Task<GrantReach> MeasureAsync(
        IReadOnlyList<string> untrustedRoles, IReadOnlyList<string> series, CancellationToken cancellation)
    {
        List<Role> roles = [.. untrustedRoles.Select(name => RoleNames.TryParse(name, out Role role) ? role : Role.None)
            .Where(role => role != Role.None)];
        return await measure.RunAsync(roles, series, cancellation);
    }
}
