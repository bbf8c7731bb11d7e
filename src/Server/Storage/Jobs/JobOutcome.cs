namespace Strongroom.Server.Storage.Jobs;

/// <summary>How a job ended.</summary>
/// <param name="IsDone">Whether it did what it was for.</param>
/// <param name="Code">A stable code; <c>done</c> where all is well.</param>
internal sealed record JobOutcome(bool IsDone, string Code)
{
    public static readonly JobOutcome Done = new(true, "done");
}
