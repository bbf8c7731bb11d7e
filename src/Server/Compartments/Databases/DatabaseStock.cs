using Microsoft.EntityFrameworkCore;
using Npgsql;
using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Server.Storage.Postgres;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Databases;

/// <summary>
/// The databases that wait for compartments to come. What an administrator has prepared is taken in from the data folder:
/// each role gets a new password, which is sealed before it is set, and the file goes. A copy of the file opens nothing
/// from then on; a crash in between is made good by doing it again.
/// </summary>
internal sealed class DatabaseStock(
    DataFolder data, PairSeal seal, IDbContextFactory<RegistryDb> registry, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>How many compartments can be made; what waits in the data folder counts.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        if (!seal.IsOpen)
        {
            return Files().Length; // before the claim nothing can be sealed, and so nothing is taken in
        }

        await TakeInAsync(cancellation);
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await PairDatabases.Free(db).CountAsync(cancellation);
    }

    /// <summary>How many files of the stock cannot be read.</summary>
    public int CountUnreadable() => Files().Count(file => PreparedPair.Read(file) is null);

    /// <summary>Takes in what waits in the data folder.</summary>
    /// <returns>How many pairs.</returns>
    public async Task<int> TakeInAsync(CancellationToken cancellation)
    {
        int taken = 0;
        await _gate.WaitAsync(cancellation);
        try
        {
            foreach (string file in Files())
            {
                if (PreparedPair.Read(file) is { } pair)
                {
                    await TakeInAsync(pair, cancellation);
                    File.Delete(file);
                    taken++;
                }
            }
        }
        finally
        {
            _gate.Release();
        }

        return taken;
    }

    public void Dispose() => _gate.Dispose();

    private string[] Files() => Directory.Exists(data.StockFolder)
        ? [.. Directory.EnumerateFiles(data.StockFolder, "*.json").Order(StringComparer.Ordinal)]
        : [];

    private async Task TakeInAsync(PreparedPair pair, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        DatabasePairRow? row = await db.Set<DatabasePairRow>().FirstOrDefaultAsync(
            row => row.Id == pair.Id, cancellation);
        if (row is null)
        {
            row = NewRow(pair);
            db.Add(row);
            await db.SaveChangesAsync(cancellation);
        }

        if (row.IsReady)
        {
            return;
        }

        NpgsqlConnectionStringBuilder server = PostgresAccess.Parse(row.Endpoint);
        using (SecretBytes keys = seal.Open(row.Id, PairSeal.Keys, row.KeysPassword))
        {
            await ChangeAsync(server, PreparedPair.KeysName(row.Id), pair.KeysPassword, keys, cancellation);
        }

        using (SecretBytes records = seal.Open(row.Id, PairSeal.Records, row.RecordsPassword))
        {
            await ChangeAsync(server, PreparedPair.RecordsName(row.Id), pair.RecordsPassword, records, cancellation);
        }

        row.IsReady = true;
        await db.SaveChangesAsync(cancellation);
    }

    private DatabasePairRow NewRow(PreparedPair pair)
    {
        using SecretBytes keys = RolePassword.Draw();
        using SecretBytes records = RolePassword.Draw();
        return new DatabasePairRow
        {
            Id = pair.Id,
            Endpoint = pair.Endpoint,
            KeysPassword = seal.Seal(pair.Id, PairSeal.Keys, keys),
            RecordsPassword = seal.Seal(pair.Id, PairSeal.Records, records),
            TakenInAt = time.GetUtcNow(),
        };
    }

    private static async Task ChangeAsync(
        NpgsqlConnectionStringBuilder server, string name, string old, SecretBytes fresh, CancellationToken cancellation)
    {
        NpgsqlConnection connection;
        try
        {
            connection = await OpenAsync(server, name, old, cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            // Changed already, before a crash; that it opens is the proof.
            connection = await OpenAsync(server, name, RolePassword.Text(fresh), cancellation);
        }

        await using (connection)
        {
            await RolePassword.ChangeAsync(connection, fresh, cancellation);
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(
        NpgsqlConnectionStringBuilder server, string name, string password, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(PostgresAccess.Alone(server, name, password).ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
