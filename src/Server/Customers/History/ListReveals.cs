using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.History;

/// <summary>Lists who revealed which fields of a customer and why, from the audit log; no values.</summary>
internal sealed class ListReveals(CustomerAccess access, EntriesOfObject entries)
{
    private const int Most = 100;

    public static void Map(RouteGroupBuilder customers) =>
        customers.MapGet("/{code}/reveals", async (
            CustomerCode code, CurrentStanding standing, ListReveals list, CancellationToken cancellation) =>
            TypedResults.Ok(await list.RunAsync(standing.Value, code, cancellation)))
        .RequirePermission(Permission.ViewCustomers);

    public async Task<RevealList> RunAsync(Standing who, CustomerCode code, CancellationToken cancellation)
    {
        using OpenCompartment open = await access.OpenAsync(
            who, code, AuditAct.HistoryViewed, Permission.ViewCustomers,
            asked => asked with { IsOnlyNoted = true }, cancellation);
        OpenCustomer customer = open.Customer;
        var items = new List<PastReveal>();
        var copied = new HashSet<long>();
        foreach (StoredEntry stored in await entries.NewestAsync(customer.Row.Handle, Most, cancellation))
        {
            if (AuditWriter.OpenBody(stored.Entry, customer.Seal.Key) is not { } body)
            {
                continue; // a refusal: its body is not the customer's
            }

            if (stored.Entry.Act == AuditAct.CopyReported)
            {
                copied.Add(Number(body, "reveal") ?? -1); // stands after its reveal, so it is read before it
            }
            else if (stored.Entry is { Act: AuditAct.Revealed, Result: AuditResult.Done })
            {
                items.Add(Item(stored, body, copied.Contains(stored.Sequence)));
            }
        }

        return new RevealList(items);
    }

    private static PastReveal Item(StoredEntry stored, IReadOnlyDictionary<string, string> body, bool isCopied) => new()
    {
        Entry = stored.Sequence,
        At = stored.Time,
        By = stored.Entry.Actor.ToString(),
        Fields = body.GetValueOrDefault("fields")?.Split(',') ?? [],
        Version = Number(body, "version"),
        Purpose = body.GetValueOrDefault("purpose"),
        Case = body.GetValueOrDefault("case"),
        IsCopied = isCopied,
    };

    private static long? Number(IReadOnlyDictionary<string, string> body, string name) =>
        long.TryParse(body.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
}
