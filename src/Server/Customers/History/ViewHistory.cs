using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.History;

/// <summary>
/// When, by whom and why each version of each field was set; no values. An old value is shown by a reveal of its
/// version.
/// </summary>
internal sealed class ViewHistory(CustomerAccess access)
{
    public static void Map(RouteGroupBuilder customers) =>
        customers.MapGet("/{code}/corrections", async (
            CustomerCode code, CurrentStanding standing, ViewHistory view, CancellationToken cancellation) =>
            TypedResults.Ok(await view.RunAsync(standing.Value, code, cancellation)))
        .RequirePermission(Permission.ViewCustomers);

    public async Task<FieldHistory> RunAsync(Standing who, CustomerCode code, CancellationToken cancellation)
    {
        using OpenCompartment open = await access.OpenAsync(
            who, code, AuditAct.HistoryViewed, Permission.ViewCustomers,
            asked => asked with { IsOnlyNoted = true }, cancellation);
        (_, CustomerCard card) = await ReadCustomer.RunAsync(open, cancellation);
        return new FieldHistory([.. card.Fields.SelectMany(Versions).OrderByDescending(item => item.At)]);
    }

    private static IEnumerable<ListedChange> Versions(KeyValuePair<string, CardField> field)
    {
        for (long version = field.Value.Version; version > 0; version--)
        {
            FieldChange? change = field.Value.Changes?.FirstOrDefault(kept => kept.Version == version);
            yield return new ListedChange(
                field.Key, version, version == field.Value.Version, change?.At, change?.By, change?.Purpose,
                change?.Case);
        }
    }
}
