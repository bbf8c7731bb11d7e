using Microsoft.EntityFrameworkCore;
using Npgsql;
using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Server.Storage.Postgres;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Databases;

/// <summary>Each compartment has two databases out of the stock that an administrator has prepared.</summary>
internal sealed class StockPlaces(DatabaseStock stock, PairSeal seal, IDbContextFactory<RegistryDb> registry)
    : ICompartmentPlaces
{
    public async Task CheckRoomAsync(CancellationToken cancellation)
    {
        if (await stock.CountAsync(cancellation) == 0)
        {
            throw new RefusedException(CompartmentRefusals.StockEmpty);
        }
    }

    public async Task AssignAsync(RegistryDb db, CompartmentId compartment, CancellationToken cancellation)
    {
        DatabasePairRow row = await db.Set<DatabasePairRow>()
            .Where(row => row.Compartment == null && row.IsReady)
            .OrderBy(row => row.TakenInAt).ThenBy(row => row.Id)
            .FirstOrDefaultAsync(cancellation)
            ?? throw new RefusedException(CompartmentRefusals.StockEmpty);
        row.Compartment = compartment;
    }

    public async Task<CompartmentDatabases> FindAsync(CompartmentId compartment, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        DatabasePairRow row = await db.Set<DatabasePairRow>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Compartment == compartment, cancellation)
            ?? throw new RefusedException(StorageRefusals.StoreDamaged);
        NpgsqlConnectionStringBuilder server = PostgresAccess.Parse(row.Endpoint);
        return new CompartmentDatabases(
            Database(server, PreparedPair.KeysName(row.Id), seal.Open(row.Id, PairSeal.Keys, row.KeysPassword)),
            Database(server, PreparedPair.RecordsName(row.Id), seal.Open(row.Id, PairSeal.Records, row.RecordsPassword)));
    }

    private static PostgresDatabase Database(NpgsqlConnectionStringBuilder server, string name, SecretBytes password)
    {
        using (password)
        {
            return new PostgresDatabase(
                PostgresAccess.Alone(server, name, RolePassword.Text(password)).ConnectionString);
        }
    }
}
