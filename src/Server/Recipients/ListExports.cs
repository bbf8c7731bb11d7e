using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>Lists the caller's own exports for a recipient, newest first.</summary>
internal sealed class ListExports(RecipientRegister register, ExportFiles files, JobStore jobs)
{
    private const int MostJobs = 200;

    public static void Map(RouteGroupBuilder recipients) =>
        recipients.MapGet("/{id}/exports", async (
            RecipientId id, CurrentStanding standing, ListExports list, CancellationToken cancellation) =>
            TypedResults.Ok(await list.RunAsync(standing.Value, id, cancellation)))
        .RequirePermission(Permission.ExportForRecipients);

    /// <exception cref="RefusedException">There is no such recipient.</exception>
    public async Task<ExportList> RunAsync(Standing who, RecipientId id, CancellationToken cancellation)
    {
        await register.FindAsync(id, cancellation);
        IReadOnlyList<JobRow> own = await jobs.NewestAsync(who.Actor.ToString(), MostJobs, cancellation);
        return new ExportList(
        [
            .. own.Where(job => job.Kind == RunExport.JobKind)
                .Select(job => (Job: job, Settings: RunExport.SettingsOf(job.Settings)))
                .Where(export => export.Settings.Recipient == id)
                .Select(export => new ListedExport(
                    JobCard.Of(export.Job), export.Settings.Compartment, export.Settings.Fields,
                    files.IsKept(export.Job) ? export.Job.ChangedAt + ExportFiles.KeptFor : null)),
        ]);
    }
}
