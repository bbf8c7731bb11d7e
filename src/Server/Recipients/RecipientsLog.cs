namespace Strongroom.Server.Recipients;

/// <summary>What this slice tells operators.</summary>
internal static partial class RecipientsLog
{
    [LoggerMessage(LogLevel.Error, "Old exports could not be destroyed; it is tried again")]
    public static partial void ExportsStay(this ILogger logger, Exception failure);
}
