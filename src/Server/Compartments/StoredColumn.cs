namespace Strongroom.Server.Compartments;

/// <summary>One column of a compartment's databases.</summary>
/// <param name="Database"><c>keys</c> or <c>records</c>.</param>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Kept">
/// <c>sealed</c> (without the key, nothing but its length), <c>keyed-hash</c> (without the key, only whether two are the
/// same), <c>random</c> (an id that means nothing elsewhere), <c>plain</c>.
/// </param>
internal sealed record StoredColumn(string Database, string Table, string Column, string Kept)
{
    /// <summary>How a column is kept, by the naming that the schema keeps to; what it does not know counts as plain.</summary>
    public static StoredColumn Of(string database, string table, string column) => new(
        database, table, column, column switch
        {
            "sealed" or "sealed_key" or "sealed_code" => "sealed",
            "code_hash" or "tag" => "keyed-hash",
            "id" when table == "commit_count" => "plain",
            "id" or "owner" or "handle" or "customer" => "random",
            _ => "plain",
        });
}
