using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Asks for an import to be undone: a job puts the customers that it made, and that nobody has changed since, into the
/// trash. Possible for 7 days after the import ended. Asked again, it gives the same job, and lets one that was broken
/// off go on.
/// </summary>
internal sealed class UndoImport(
    ImportAccess access, KeptImports imports, ImportUpload uploads, JobStore jobs, TimeProvider time)
{
    public static void Map(RouteGroupBuilder imports) => imports.MapPost("/{id}/undoings", async (
        JobId id, CurrentStanding standing, UndoImport undo, CancellationToken cancellation) =>
        TypedResults.Accepted((string?)null, await undo.RunAsync(standing.Value, id, cancellation)))
        .RequirePermission(Permission.ImportCustomers);

    /// <exception cref="RefusedException">It was not run, is under way, or ended 7 days ago.</exception>
    public async Task<JobCard> RunAsync(Standing who, JobId id, CancellationToken cancellation)
    {
        (KeptImport _, OpenCompartment open) = await access.OpenAsync(who, id, AuditAct.Trashed, cancellation);
        open.Dispose();
        JobId undo = await imports.ChangeAsync(id, import => StartAsync(who, import, cancellation), cancellation);
        return JobCard.Of((await jobs.FindAsync(undo, cancellation))!);
    }

    private async Task<JobId> StartAsync(Standing who, KeptImport import, CancellationToken cancellation)
    {
        if (import.Undo is { } undo && await jobs.FindAsync(undo, cancellation) is { } before)
        {
            if (before.State is JobState.Failed or JobState.Stopped)
            {
                await jobs.RetryAsync(before, cancellation);
            }

            return undo;
        }

        await RequireInTimeAsync(import, cancellation);
        string settings = JsonSerializer.Serialize(
            new UndoSettings { Import = import.Id, Series = import.Series }, CustomersJson.Default.UndoSettings);
        import.Undo = await jobs.StartAsync(
            RunUndo.JobKind, who.Actor, import.Compartment, settings, cancellation);

        // Whatever is left of the upload goes too: an import that is undone does not go on.
        uploads.Destroy(import.Compartment, import.Upload);
        return import.Undo;
    }

    private async Task RequireInTimeAsync(KeptImport import, CancellationToken cancellation)
    {
        if (await jobs.FindAsync(import.Id, cancellation) is not { } run)
        {
            throw new RefusedException(ImportRefusals.NotRun);
        }

        if (!ImportStates.HasEnded(run))
        {
            throw new RefusedException(ImportRefusals.StillRunning);
        }

        if (time.GetUtcNow() >= run.ChangedAt + ImportStates.UndoFor)
        {
            throw new RefusedException(ImportRefusals.UndoTooLate);
        }
    }
}
