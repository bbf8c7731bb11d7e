using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Customers.LookUps;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>Lists of customers: by compartment, in the trash, and what a look-up found.</summary>
internal static class ListPages
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/customers", (
            string? compartment, string? cursor, CurrentStanding standing, ListCustomers list,
            CancellationToken cancellation) =>
            ListAsync(standing.Value, list, compartment, cursor, isTrash: false, cancellation))
            .RequirePermission(Permission.ViewCustomers);
        pages.MapGet("/customers/trash", (
            string? compartment, string? cursor, CurrentStanding standing, ListCustomers list,
            CancellationToken cancellation) =>
            ListAsync(standing.Value, list, compartment, cursor, isTrash: true, cancellation))
            .RequirePermission(Permission.ViewCustomers);
        pages.MapGet("/customers/lookups", () => Page.SeeOther("/customers"))
            .RequirePermission(Permission.LookUpCustomers);
        pages.MapPost("/customers/lookups", FindAsync)
            .RequirePermission(Permission.LookUpCustomers).RequireRateLimiting(RateLimits.LookUp);
    }

    private static async Task<IResult> ListAsync(
        Standing who, ListCustomers list, string? untrustedSeries, string? untrustedCursor, bool isTrash,
        CancellationToken cancellation)
    {
        string? chosen = string.IsNullOrEmpty(untrustedSeries) ? null : untrustedSeries;
        CustomerList found = await list.RunAsync(who, chosen, PageSize, untrustedCursor, isTrash, cancellation);
        return Page.Of<ListView>(new ListModel
        {
            Series = [.. who.Series.Order(StringComparer.Ordinal)],
            Chosen = chosen,
            Items = found.Items,
            Next = found.Next,
            IsLater = untrustedCursor is not null,
            IsTrash = isTrash,
        });
    }

    private static async Task<IResult> FindAsync(
        PageForm form, CurrentStanding standing, LookUpCustomers lookUp, FieldKinds kinds,
        CancellationToken cancellation)
    {
        var model = new FoundModel
        {
            Text = new PersonalText(form["q"]),
            Labels = [.. kinds.All.Select(kind => (kind.Name, kind.Label))],
            IsNowhere = standing.Value.Series.Count == 0,
        };
        try
        {
            LookUpAnswer answer = await lookUp.RunAsync(
                standing.Value, new LookUpRequest { Text = model.Text }, cancellation);
            return CustomerCode.TryParse(form["q"], null, out CustomerCode? code) && answer.Items.Count == 1
                ? Page.SeeOther($"/customers/{code}")
                : Page.Of<FoundView>(model with { Answer = answer });
        }
        catch (RefusedException refused) when (refused.Refusal == CustomerRefusals.Invalid)
        {
            return Page.Of<FoundView>(
                model with { Faults = refused.Faults }, StatusCodes.Status422UnprocessableEntity);
        }
    }
}
