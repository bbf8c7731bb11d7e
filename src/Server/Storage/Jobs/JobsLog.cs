using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>What jobs tell operators.</summary>
internal static partial class JobsLog
{
    [LoggerMessage(LogLevel.Error, "Job {Job} failed")]
    public static partial void JobFailed(this ILogger logger, JobId job, Exception failure);
}
