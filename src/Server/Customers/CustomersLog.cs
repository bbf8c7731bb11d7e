namespace Strongroom.Server.Customers;

/// <summary>What this slice tells operators.</summary>
internal static partial class CustomersLog
{
    [LoggerMessage(LogLevel.Warning, "An erasure that was cut off could not be finished; it is tried again")]
    public static partial void ErasureStuck(this ILogger logger, Exception failure);
}
