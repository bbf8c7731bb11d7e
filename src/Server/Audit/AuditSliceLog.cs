namespace Strongroom.Server.Audit;

/// <summary>What this slice tells operators.</summary>
internal static partial class AuditSliceLog
{
    [LoggerMessage(
        LogLevel.Error, "The audit log's checkpoint could not be written; reveals are refused until the log can be")]
    public static partial void CheckpointFailed(this ILogger logger, Exception failure);
}
