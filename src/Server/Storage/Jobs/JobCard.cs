namespace Strongroom.Server.Storage.Jobs;

/// <summary>A job as callers see it.</summary>
internal sealed record JobCard
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    /// <summary><c>waiting</c>, <c>running</c>, <c>done</c>, <c>failed</c>, <c>stopped</c>.</summary>
    public required string State { get; init; }

    public required long Done { get; init; }

    public required long Total { get; init; }

    public required long Failed { get; init; }

    /// <summary>A stable code that says how it ended.</summary>
    public string? Outcome { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public static JobCard Of(JobRow row) => new()
    {
        Id = row.Id.ToString(),
        Kind = row.Kind,
        State = row.State switch
        {
            JobState.Waiting => "waiting",
            JobState.Running => "running",
            JobState.Done => "done",
            JobState.Stopped => "stopped",
            _ => "failed",
        },
        Done = row.Done,
        Total = row.Total,
        Failed = row.Failed,
        Outcome = row.Outcome,
        CreatedAt = row.CreatedAt,
        ChangedAt = row.ChangedAt,
    };
}
