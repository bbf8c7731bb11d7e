using System.Text.Json;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Postgres;

/// <summary>
/// Two databases that an administrator has prepared, as they wait in the data folder for the server, one file a pair. The
/// passwords in it work until the server takes the pair in and sets others.
/// </summary>
internal sealed record PreparedPair
{
    private const long LargestFile = 64 * 1024;

    /// <summary>Names the pair, and with it the databases and their roles.</summary>
    public required RecordId Id { get; init; }

    /// <summary>The server, as a connection string without database, role and password.</summary>
    public required string Endpoint { get; init; }

    public required string KeysPassword { get; init; }

    public required string RecordsPassword { get; init; }

    /// <summary>The name of the database of a pair that holds the keys, and of its only role.</summary>
    public static string KeysName(RecordId id) => Name(id, "keys");

    public static string RecordsName(RecordId id) => Name(id, "records");

    public static string Name(RecordId id, string what) => $"strongroom_{id.ToString().Split('-')[1]}_{what}";

    /// <summary>Writes it where the server looks, mode 0600.</summary>
    public void Keep(string folder)
    {
        DataFolder.MakeFolder(folder);
        DurableFile.Replace(
            Path.Combine(folder, Id + ".json"), JsonSerializer.SerializeToUtf8Bytes(this, StockJson.Default.PreparedPair));
    }

    /// <summary>Reads a file of the stock; null where it is none.</summary>
    public static PreparedPair? Read(string file)
    {
        if (new FileInfo(file) is not { Exists: true, Length: <= LargestFile })
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), StockJson.Default.PreparedPair);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Says nothing: it holds passwords.</summary>
    public override string ToString() => nameof(PreparedPair);
}
