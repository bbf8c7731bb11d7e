using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs.Pages;

/// <summary>A job as pages show it.</summary>
internal sealed record JobModel
{
    public required JobCard Card { get; init; }

    /// <summary>What people call this work.</summary>
    public required string Label { get; init; }

    /// <summary>The page that tells more; null where there is none.</summary>
    public required string? Path { get; init; }

    /// <summary>What went wrong and what to do; null where nothing did.</summary>
    public required string? Sentence { get; init; }

    /// <summary>Whether the viewer has started it.</summary>
    public required bool IsOwn { get; init; }

    public bool IsUnderWay => Card.State is "waiting" or "running";

    public bool MayRetry => Card.State is "failed" or "stopped";

    public string Events => $"/api/v1/jobs/{Card.Id}/events";

    /// <summary>The state in a word, and how it is coloured.</summary>
    public (string Word, string Kind) State => Card.State switch
    {
        "waiting" => ("Waiting", "plain"),
        "running" => ("Under way", "accent"),
        "done" => ("Done", "good"),
        "stopped" => ("Stopped", "warn"),
        _ => ("Failed", "bad"),
    };

    /// <param name="row">The job.</param>
    /// <param name="works">All sorts of work.</param>
    /// <param name="viewer">Who looks.</param>
    public static JobModel Of(JobRow row, IEnumerable<IJobWork> works, JobViewer viewer)
    {
        IJobWork? work = works.FirstOrDefault(work => work.Kind == row.Kind);
        return new JobModel
        {
            Card = JobCard.Of(row),
            Label = work?.Label ?? row.Kind,
            Path = work?.PathOf(row),
            Sentence = row is { State: JobState.Failed, Outcome: { } outcome }
                ? work?.SentenceOf(outcome) ?? "It could not be finished. What was done until then is kept; try it again."
                : null,
            IsOwn = row.StartedBy == viewer.Actor.ToString(),
        };
    }
}
