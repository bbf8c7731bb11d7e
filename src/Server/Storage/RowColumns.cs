using System.Data.Common;

namespace Strongroom.Server.Storage;

/// <summary>Reads columns of the registry that may be missing, and instants, which stand there as Unix milliseconds.</summary>
internal static class RowColumns
{
    public static DateTimeOffset Instant(this DbDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? InstantOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Instant(column);

    public static string? TextOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static long? NumberOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetInt64(column);
}
