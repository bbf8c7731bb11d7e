using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Checks;

/// <summary>Says what of the installation is as it should be, what has a price, and what breaks a promise.</summary>
internal sealed class RunChecks(
    MachineChecks machine, PeopleChecks people, IntakeChecks intake, AuditWriter audit,
    IDbContextFactory<RegistryDb> registry)
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/checks", async (RunChecks checks, CancellationToken cancellation) =>
            TypedResults.Ok(await checks.RunAsync(cancellation)))
            .RequirePermission(Permission.ViewChecks);

    public async Task<CheckList> RunAsync(CancellationToken cancellation)
    {
        Checkpoint head = audit.Journal.Newest;
        var all = new List<Check>(await machine.RunAsync(cancellation));
        all.AddRange(await people.RunAsync(cancellation));
        all.AddRange(await intake.RunAsync(cancellation));
        all.Add(Check.Amber(
            "log-witness",
            $"The audit log has {audit.Journal.Size} entries, {head.Size} under its newest checkpoint; nobody outside has that.",
            "Now and then keep a checkpoint elsewhere (strongroom log checkpoint): only against it a put-back machine shows."));
        return new CheckList(
            [.. (await WithAcknowledgementsAsync(all, cancellation))
                .OrderBy(check => check.State switch { "red" => 0, "amber" => 1, _ => 2 })
                .ThenBy(check => check.Acknowledged is not null)]);
    }

    private async Task<IEnumerable<Check>> WithAcknowledgementsAsync(
        IReadOnlyList<Check> checks, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        Dictionary<string, AcknowledgementRow> rows = await db.Set<AcknowledgementRow>().AsNoTracking()
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellation);
        return checks.Select(check =>
            check.State is "amber" && rows.TryGetValue(check.Id, out AcknowledgementRow? row)
            && row.Ground == check.Ground
                ? check with { Acknowledged = new Acknowledgement(row.Reason, row.Staff.ToString(), row.At) }
                : check);
    }
}
