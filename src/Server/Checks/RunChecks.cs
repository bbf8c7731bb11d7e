using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Checks;

/// <summary>Says what of the installation is as it should be, what has a price, and what breaks a promise.</summary>
internal sealed class RunChecks(HostChecks host, PeopleChecks people, IntakeChecks intake, AuditWriter audit)
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/checks", async (RunChecks checks, CancellationToken cancellation) =>
            TypedResults.Ok(await checks.RunAsync(cancellation)))
            .RequirePermission(Permission.ViewChecks);

    public async Task<CheckList> RunAsync(CancellationToken cancellation)
    {
        Checkpoint head = audit.Journal.Newest;
        var all = new List<Check>(host.Run());
        all.AddRange(await people.RunAsync(cancellation));
        all.AddRange(await intake.RunAsync(cancellation));
        all.Add(Check.Amber(
            "log-witness",
            $"The audit log has {audit.Journal.Size} entries, {head.Size} under its newest checkpoint; nobody outside has that.",
            "Now and then keep a checkpoint elsewhere (strongroom log checkpoint): only against it a put-back machine shows."));
        return new CheckList([.. all.OrderBy(check => check.State switch { "red" => 0, "amber" => 1, _ => 2 })]);
    }
}
