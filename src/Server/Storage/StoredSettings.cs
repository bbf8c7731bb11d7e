using System.Data.Common;

namespace Strongroom.Server.Storage;

/// <summary>Reads the settings of the store before the server is built.</summary>
internal static class StoredSettings
{
    public static IReadOnlyDictionary<string, string> Read(DbConnection registry)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using DbCommand command = registry.CreateCommand();
        command.CommandText = "SELECT name, value FROM setting";
        using DbDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            settings[rows.GetString(0)] = rows.GetString(1);
        }

        return settings;
    }
}
