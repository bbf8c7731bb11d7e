using Microsoft.Data.Sqlite;

namespace Strongroom.Server.Storage;

/// <summary>Reads the settings of the store before the server is built.</summary>
internal static class StoredSettings
{
    public static IReadOnlyDictionary<string, string> Read(SqliteConnection registry)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using SqliteCommand command = registry.CreateCommand();
        command.CommandText = "SELECT name, value FROM setting";
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            settings[rows.GetString(0)] = rows.GetString(1);
        }

        return settings;
    }
}
