using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>Reads how far imports are off their jobs: nothing is kept twice.</summary>
internal sealed class ImportStates(JobStore jobs)
{
    /// <summary>How long an import can be undone, from the moment when it ended.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromDays(7);

    public async Task<ImportCard> ReadAsync(KeptImport import, CancellationToken cancellation)
    {
        JobRow? check = await FindAsync(import.Check, cancellation);
        JobRow? run = await FindAsync(import.Id, cancellation);
        JobRow? undo = await FindAsync(import.Undo, cancellation);
        return new ImportCard
        {
            Id = import.Id.ToString(),
            Series = import.Series,
            State = Word(check, run, import.Undo is not null, undo),
            CreatedAt = import.CreatedAt,
            Check = check is null ? null : JobCard.Of(check),
            Run = run is null ? null : JobCard.Of(run),
            Undo = undo is null ? null : JobCard.Of(undo),
            UndoBefore = run is not null && HasEnded(run) && import.Undo is null ? run.ChangedAt + UndoFor : null,
        };
    }

    public static bool HasEnded(JobRow job) => job.State is JobState.Done or JobState.Failed or JobState.Stopped;

    private async Task<JobRow?> FindAsync(JobId? id, CancellationToken cancellation) =>
        id is null ? null : await jobs.FindAsync(id, cancellation);

    private static string Word(JobRow? check, JobRow? run, bool isUndoAsked, JobRow? undo)
    {
        if (isUndoAsked)
        {
            return undo?.State switch
            {
                JobState.Done => "undone",
                JobState.Failed or JobState.Stopped => "undo-failed",
                _ => "undoing",
            };
        }

        return run is null ? CheckWord(check) : run.State switch
        {
            JobState.Done => "done",
            JobState.Failed => "failed",
            JobState.Stopped => "stopped",
            _ => "running",
        };
    }

    private static string CheckWord(JobRow? check) => check?.State switch
    {
        null => "held",
        JobState.Done => "checked",
        JobState.Failed or JobState.Stopped => "check-failed",
        _ => "checking",
    };
}
