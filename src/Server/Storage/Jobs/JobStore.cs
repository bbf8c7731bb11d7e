using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>The jobs in the registry, and the queue of those that wait.</summary>
internal sealed class JobStore(IDbContextFactory<RegistryDb> registry, TimeProvider time)
{
    private readonly Channel<JobId> _waiting = Channel.CreateUnbounded<JobId>();

    /// <summary>Keeps a job and queues it. The row is durable when this returns.</summary>
    /// <param name="kind">Which work.</param>
    /// <param name="startedBy">Who starts it.</param>
    /// <param name="compartment">Where; null for work on none.</param>
    /// <param name="settings">What it is told: ids and switches as JSON, nothing personal.</param>
    /// <param name="cancellation">Ends the wait before the row is kept.</param>
    public async Task<JobId> StartAsync(
        string kind, Actor startedBy, CompartmentId? compartment, string settings, CancellationToken cancellation)
    {
        var id = JobId.New();
        await StartAsync(id, kind, startedBy, compartment, settings, cancellation);
        return id;
    }

    /// <summary>Keeps a job under an id that was drawn, and written down elsewhere, before.</summary>
    public async Task StartAsync(
        JobId id, string kind, Actor startedBy, CompartmentId? compartment, string settings,
        CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        var row = new JobRow
        {
            Id = id,
            Kind = kind,
            State = JobState.Waiting,
            Compartment = compartment,
            StartedBy = startedBy.ToString(),
            Settings = settings,
            CreatedAt = now,
            ChangedAt = now,
        };
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        Queue(row.Id);
    }

    public async Task<JobRow?> FindAsync(JobId id, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<JobRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
    }

    /// <summary>The newest jobs; one person's, or everybody's.</summary>
    public async Task<IReadOnlyList<JobRow>> NewestAsync(string? startedBy, int limit, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<JobRow>().AsNoTracking()
            .Where(row => startedBy == null || row.StartedBy == startedBy)
            .OrderByDescending(row => row.CreatedAt)
            .Take(limit)
            .ToListAsync(cancellation);
    }

    /// <summary>Queues what a stop or a crash left unfinished.</summary>
    public async Task TakeUpAsync(CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        List<JobId> unfinished = await db.Set<JobRow>().AsNoTracking()
            .Where(row => row.State == JobState.Waiting || row.State == JobState.Running)
            .OrderBy(row => row.CreatedAt)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        unfinished.ForEach(Queue);
    }

    public async Task SaveAsync(JobRow row, CancellationToken cancellation)
    {
        row.ChangedAt = time.GetUtcNow();
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        db.Update(row);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Changes the state of a job only if it is one of these now; says whether it did.</summary>
    public async Task<bool> MoveAsync(
        JobId id, JobState[] from, JobState to, string? outcome, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<JobRow>()
            .Where(row => row.Id == id && from.Contains(row.State))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, to)
                    .SetProperty(row => row.Outcome, outcome)
                    .SetProperty(row => row.ChangedAt, now),
                cancellation) == 1;
    }

    /// <summary>Lets a job that failed or was stopped go on.</summary>
    public async Task RetryAsync(JobRow row, CancellationToken cancellation)
    {
        row.State = JobState.Waiting;
        row.Outcome = null;
        await SaveAsync(row, cancellation);
        Queue(row.Id);
    }

    public IAsyncEnumerable<JobId> WaitingAsync(CancellationToken cancellation) =>
        _waiting.Reader.ReadAllAsync(cancellation);

    private void Queue(JobId id) => _waiting.Writer.TryWrite(id);
}
