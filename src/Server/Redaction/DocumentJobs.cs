using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>Starts the jobs of documents, and says what has become of them.</summary>
internal sealed class DocumentJobs(JobStore store, TimeProvider time)
{
    public const string ReadingKind = "document-reading";
    public const string CopyKind = "redacted-copy";
    private const string Lost = "stopped";

    public DateTimeOffset Now => time.GetUtcNow();

    public Task StartReadingAsync(JobId job, Actor actor, CompartmentId compartment, DocumentId document) =>
        StartAsync(job, ReadingKind, actor, compartment, new DocumentTask(document));

    public Task StartCopyAsync(JobId job, Actor actor, CompartmentId compartment, DocumentTask task) =>
        StartAsync(job, CopyKind, actor, compartment, task);

    /// <summary>The page of the document that a job works on.</summary>
    public static string PathOf(JobRow job) => $"/documents/{DocumentTask.Parse(job.Settings).Document}";

    /// <summary>The job as it stands; null where a crash fell between the document's card and its job.</summary>
    public Task<JobRow?> FindAsync(JobId job, CancellationToken cancellation) => store.FindAsync(job, cancellation);

    /// <summary>
    /// The code of how a job ended without success; null while it is on its way, or where it is done.
    /// </summary>
    public async Task<string?> ProblemAsync(JobId job, CancellationToken cancellation)
    {
        JobRow? row = await store.FindAsync(job, cancellation);
        return row switch
        {
            null => Lost, // a crash fell between the document's card and its job
            { State: JobState.Failed or JobState.Stopped } => row.Outcome ?? Lost,
            _ => null,
        };
    }

    // The card names the job already: it is started also when the caller has gone meanwhile.
    private Task StartAsync(JobId job, string kind, Actor actor, CompartmentId compartment, DocumentTask task) =>
        store.StartAsync(job, kind, actor, compartment, task.ToJson(), CancellationToken.None);
}
