using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>
/// Mends what a crash between the two commits of a batch left: keys are committed first, so <c>keys.db</c> may be one
/// batch ahead. Nothing of that batch was acknowledged; it is undone.
/// </summary>
internal static class Sweep
{
    /// <summary>
    /// Undoes in <c>keys.db</c> what has no record. Runs on the writer before anything else, in a transaction of its
    /// own.
    /// </summary>
    /// <returns>How many rows were undone.</returns>
    public static int Run(CompartmentSession session)
    {
        int undone = 0;
        foreach ((string table, byte[] id, long version) in Cards(session))
        {
            if (HasCard(session, id, version))
            {
                continue;
            }

            undone++;
            if (version > 1 && HasCard(session, id, version - 1))
            {
                session.Keys.Run(table == "customer"
                    ? "UPDATE customer SET card_version = $2 WHERE id = $1"
                    : "UPDATE document SET card_version = $2 WHERE id = $1", id, version - 1);
            }
            else
            {
                session.Keys.Run("DELETE FROM blind WHERE owner = $1", id);
                session.RemoveRecipientCodes(id);
                session.Keys.Run(table == "customer"
                    ? "DELETE FROM customer WHERE id = $1"
                    : "DELETE FROM document WHERE id = $1", id);
            }
        }

        return undone;
    }

    private static List<(string Table, byte[] Id, long Version)> Cards(CompartmentSession session) => session.Keys.All(
        row => (row.GetString(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2)),
        "SELECT 'customer', id, card_version FROM customer UNION ALL SELECT 'document', id, card_version FROM document");

    private static bool HasCard(CompartmentSession session, byte[] id, long version) => session.Records.First(
        row => row,
        "SELECT 1 FROM record WHERE owner = $1 AND id = $2 AND version = $3",
        id, new byte[IIdentifier.Size], version) is not null;
}
