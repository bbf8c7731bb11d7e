using Strongroom.Server.Shell;

namespace Strongroom.Server.Customers;

/// <summary>How long the trash still keeps a customer.</summary>
internal static class TrashDays
{
    /// <summary>Days, the one that has begun counted whole; null for what is not in the trash.</summary>
    public static int? Left(DateTimeOffset? trashedAt, Settings settings, TimeProvider time) => trashedAt is { } at
        ? Math.Max(0, (int)Math.Ceiling((at + settings.TrashFor - time.GetUtcNow()).TotalDays))
        : null;
}
