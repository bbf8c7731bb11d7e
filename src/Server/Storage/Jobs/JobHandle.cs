using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>What running work knows of its job, and where it reports.</summary>
internal sealed class JobHandle(JobRow row, JobStore store)
{
    public JobId Id => row.Id;

    public CompartmentId? Compartment => row.Compartment;

    /// <summary>Who started it; the work is done in that name and ends when that person may no longer do it.</summary>
    public Actor StartedBy => Actors.Parse(row.StartedBy);

    public string Settings => row.Settings;

    /// <summary>Reports progress; what is durable is the work's own matter.</summary>
    public Task ReportAsync(long done, long total, long failed, CancellationToken cancellation)
    {
        (row.Done, row.Total, row.Failed) = (done, total, failed);
        return store.SaveAsync(row, cancellation);
    }
}
