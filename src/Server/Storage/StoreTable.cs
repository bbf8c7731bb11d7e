using System.Globalization;

namespace Strongroom.Server.Storage;

/// <summary>
/// A table of a compartment's store, as it is copied from one store into another; a test holds the list against the
/// scripts.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">All its columns, those of the primary key first and in the key's order.</param>
/// <param name="KeyLength">How many columns the primary key has.</param>
internal sealed record StoreTable(string Name, IReadOnlyList<string> Columns, int KeyLength)
{
    /// <summary>How many batches were committed; copied first, so that it names the moment that is copied.</summary>
    public static StoreTable CommitCount { get; } = new("commit_count", ["id", "sealed"], 1);

    /// <summary>The tables of the keys' database.</summary>
    public static IReadOnlyList<StoreTable> OfKeys { get; } =
    [
        CommitCount,
        new("compartment_key", ["purpose", "generation", "sealed"], 2),
        new("customer", ["id", "epoch", "sealed_key", "code_hash", "sealed_code", "handle", "card_version"], 1),
        new("blind", ["field", "tag", "owner"], 3),
        new("document", ["id", "customer", "handle", "card_version"], 1),
        new("confirmation_tries", ["customer", "sealed"], 1),
        new("recipient_code", ["recipient", "code_hash", "customer", "sealed"], 2),
    ];

    /// <summary>The tables of the records' database.</summary>
    public static IReadOnlyList<StoreTable> OfRecords { get; } =
        [CommitCount, new("record", ["owner", "id", "version", "sealed"], 3)];

    /// <summary>The first rows in the order of the key, after the key <c>$1</c>, <c>$2</c>… unless it is the first.</summary>
    public string Page(bool isFirst, int limit)
    {
        string keys = string.Join(", ", Columns.Take(KeyLength));
        string after = isFirst ? string.Empty
            : $" WHERE ({keys}) > ({string.Join(", ", Enumerable.Range(1, KeyLength).Select(Parameter))})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {string.Join(", ", Columns)} FROM {Name}{after} ORDER BY {keys} LIMIT {limit}");
    }

    /// <summary>The last row in the order of the key.</summary>
    public string Last =>
        $"SELECT {string.Join(", ", Columns)} FROM {Name} ORDER BY "
        + $"{string.Join(", ", Columns.Take(KeyLength).Select(column => column + " DESC"))} LIMIT 1";

    public string Insert => $"INSERT INTO {Name} ({string.Join(", ", Columns)}) VALUES ";

    private static string Parameter(int number) => string.Create(CultureInfo.InvariantCulture, $"${number}");
}
