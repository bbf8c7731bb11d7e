using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>What jobs refuse.</summary>
internal static class JobRefusals
{
    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound, "not-found",
        "There is no such job here, or it is not yours. GET /api/v1/jobs lists yours.");

    public static readonly Refusal NotEnded = new(
        RefusalKind.Conflict, "validation",
        "This job has not failed and was not stopped, so there is nothing to try again.");

    public static readonly Refusal TooManyWatched = new(
        RefusalKind.TooMany, "rate-limited",
        "Too many jobs are being watched at once. Close some of the pages, or ask for this job now and then.");
}
