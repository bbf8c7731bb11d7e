using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People;

/// <summary>
/// Measures what roles and series would let somebody reach, before they are given. Counts tell nothing that a list of
/// compartments does not, so no entry is written.
/// </summary>
internal sealed class MeasureGrant(ListCompartments compartments, FieldKinds kinds)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/risk/assessments", async (
            GrantRequest request, MeasureGrant measure, CancellationToken cancellation) =>
        {
            var input = new StaffInput();
            IReadOnlyList<Role> roles = request.Roles.Count == 0 ? [] : input.Roles(request.Roles);
            IReadOnlyList<string> series = input.Series(request.Series);
            input.ThrowIfFaulty();
            return TypedResults.Ok(await measure.RunAsync(roles, series, cancellation));
        })
        .RequirePermission(Permission.ManageStaff);

    public async Task<GrantReach> RunAsync(
        IReadOnlyList<Role> roles, IReadOnlyList<string> series, CancellationToken cancellation)
    {
        IReadOnlyList<ListedCompartment> all = await compartments.EveryAsync(cancellation);
        IReadOnlySet<Permission> permissions = RolePermissions.Of(roles);
        bool seesCustomers = permissions.Contains(Permission.ViewCustomers);
        FieldKind[] revealed = permissions.Contains(Permission.RevealFields)
            ? [.. kinds.All.Where(kind => RolePermissions.RevealKinds(roles)?.Contains(kind.Name) ?? true)]
            : [];
        SeriesReach[] reached =
        [
            .. all.Where(one => series.Contains(one.Series, StringComparer.Ordinal))
                .GroupBy(one => one.Series, StringComparer.Ordinal)
                .Select(group => new SeriesReach(
                    group.Key, group.Sum(one => one.Customers), group.Count(one => one.IsClosed))),
        ];
        return new GrantReach
        {
            Fields = [.. revealed.Select(kind => kind.Name)],
            Labels = [.. revealed.Select(kind => kind.Label)],
            ProtectedFields = revealed.Count(kind => kind.Sensitivity >= Sensitivity.Protected),
            Series = reached,
            Customers = seesCustomers ? reached.Sum(one => one.Customers) : 0,
            AllCustomers = all.Sum(one => one.Customers),
            SeesCustomers = seesCustomers,
        };
    }
}
