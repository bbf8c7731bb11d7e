using Microsoft.EntityFrameworkCore;
using Npgsql;
using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Server.Storage.Postgres;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Databases;

/// <summary>The databases of PostgreSQL that compartments have, whatever kind the registry is of.</summary>
internal sealed class PairDatabases(PairSeal seal, IDbContextFactory<RegistryDb> registry)
{
    /// <summary>A compartment's pair; null where it has files of the data folder.</summary>
    public async Task<CompartmentDatabases?> FindAsync(CompartmentId compartment, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        DatabasePairRow? row = await db.Set<DatabasePairRow>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Compartment == compartment, cancellation);
        return row is null ? null : Of(row);
    }

    /// <summary>The databases of a pair, with their passwords.</summary>
    /// <exception cref="RefusedException">A password was changed, or is another pair's.</exception>
    public CompartmentDatabases Of(DatabasePairRow row)
    {
        NpgsqlConnectionStringBuilder server = PostgresAccess.Parse(row.Endpoint);
        return new CompartmentDatabases(
            Database(server, PreparedPair.KeysName(row.Id), seal.Open(row.Id, PairSeal.Keys, row.KeysPassword)),
            Database(server, PreparedPair.RecordsName(row.Id), seal.Open(row.Id, PairSeal.Records, row.RecordsPassword)));
    }

    /// <summary>The pairs that a compartment can be given, the oldest first.</summary>
    public static IQueryable<DatabasePairRow> Free(RegistryDb db) => db.Set<DatabasePairRow>()
        .Where(row => row.Compartment == null && row.IsReady
            && !db.Set<CompartmentMoveRow>().Any(move => move.FromPair == row.Id || move.ToPair == row.Id))
        .OrderBy(row => row.TakenInAt).ThenBy(row => row.Id);

    private static PostgresDatabase Database(NpgsqlConnectionStringBuilder server, string name, SecretBytes password)
    {
        using (password)
        {
            return new PostgresDatabase(
                PostgresAccess.Alone(server, name, RolePassword.Text(password)).ConnectionString);
        }
    }
}
