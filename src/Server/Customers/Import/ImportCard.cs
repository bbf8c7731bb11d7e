using Strongroom.Server.Storage.Jobs;

namespace Strongroom.Server.Customers.Import;

/// <summary>How far an import is: its jobs, and until when it can be undone. Nothing of the file.</summary>
internal sealed record ImportCard
{
    public required string Id { get; init; }

    public required string Series { get; init; }

    /// <summary>
    /// <c>held</c>, <c>checking</c>, <c>checked</c>, <c>check-failed</c>, <c>running</c>, <c>done</c>, <c>failed</c>,
    /// <c>stopped</c>, <c>undoing</c>, <c>undone</c>, <c>undo-failed</c>.
    /// </summary>
    public required string State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The dry run of the columns as they are now.</summary>
    public JobCard? Check { get; init; }

    /// <summary>The job that registers the customers.</summary>
    public JobCard? Run { get; init; }

    /// <summary>The job that puts them into the trash; its <c>failed</c> counts those that stay.</summary>
    public JobCard? Undo { get; init; }

    /// <summary>When it is too late to undo it; null where there is nothing to undo or it is being undone.</summary>
    public DateTimeOffset? UndoBefore { get; init; }

    /// <summary>Whether it can still be undone at an instant; the last instant is already too late.</summary>
    public bool MayUndo(DateTimeOffset now) => UndoBefore is { } end && now < end;
}
