namespace Strongroom.Server.Compartments;

/// <summary>What this slice tells operators.</summary>
internal static partial class CompartmentsLog
{
    [LoggerMessage(LogLevel.Error, "Databases that were prepared could not be taken in; it is tried again")]
    public static partial void StockStuck(this ILogger logger, Exception failure);
}
