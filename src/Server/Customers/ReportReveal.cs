using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>
/// What a browser reports of a value that it shows: that it was copied, and that it stays for another minute. Only
/// whoever revealed it reports, and not for ever; each report passes the gates again and is in the log.
/// </summary>
internal sealed class ReportReveal(
    CustomerAccess access, EntriesOfObject entries, Settings settings, TimeProvider time)
{
    /// <summary>A screen may be given more time for so long after the reveal (WCAG 2.2.1 asks for ten times).</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(11);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void Map(RouteGroupBuilder customers)
    {
        customers.MapPost("/{code}/reveals/{entry:long}/copies", async (
            CustomerCode code, long entry, CurrentStanding standing, ReportReveal report,
            CancellationToken cancellation) =>
        {
            await report.RunAsync(standing.Value, code, entry, AuditAct.CopyReported, cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.RevealFields);
        customers.MapPost("/{code}/reveals/{entry:long}/extensions", async (
            CustomerCode code, long entry, CurrentStanding standing, ReportReveal report,
            CancellationToken cancellation) =>
            TypedResults.Ok(await report.RunAsync(
                standing.Value, code, entry, AuditAct.RevealExtended, cancellation)))
        .RequirePermission(Permission.RevealFields);
    }

    /// <returns>Until when the value may stay, counted from now.</returns>
    public async Task<RevealExtension> RunAsync(
        Standing who, CustomerCode code, long entry, AuditAct act, CancellationToken cancellation)
    {
        StoredEntry? reveal = entry < 0 ? null : await entries.ReadAsync(entry, cancellation);
        DateTimeOffset now = time.GetUtcNow();
        bool isFresh = reveal is not null && now - reveal.Time < Longest + settings.RevealFor;
        if (!isFresh || reveal!.Entry is not { Act: AuditAct.Revealed, Result: AuditResult.Done }
            || reveal.Entry.Actor.ToString() != who.Actor.ToString())
        {
            throw new RefusedException(CustomerRefusals.NoSuchReveal);
        }

        using OpenCompartment open = await access.OpenAsync(
            who, code, act, Permission.RevealFields,
            asked => asked.Handle == reveal.Entry.Object
                ? asked with
                {
                    Details = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["reveal"] = entry.ToString(CultureInfo.InvariantCulture),
                    },
                }
                : throw new RefusedException(CustomerRefusals.NoSuchReveal),
            cancellation);
        return new RevealExtension(now + Minute);
    }
}
