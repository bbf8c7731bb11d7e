using Microsoft.EntityFrameworkCore;
using Npgsql;
using Strongroom.Server.Compartments.Databases;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Moving;

/// <summary>
/// Where a compartment is and where it goes, kept in the registry at every step, so that a move that was cut off is known.
/// Until the switch the compartment is where it was; from then on it is where it goes.
/// </summary>
internal sealed class MovePlaces(
    IDbContextFactory<RegistryDb> registry, RegistryStatements statements, PairDatabases pairs, DatabaseStock stock,
    DataFolder data, TimeProvider time)
{
    /// <summary>The move of a compartment that is under way; null for none.</summary>
    public async Task<CompartmentMoveRow?> FindAsync(CompartmentId compartment, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<CompartmentMoveRow>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Compartment == compartment, cancellation);
    }

    /// <summary>Begins a move, or finds the one that was begun to the same place.</summary>
    /// <param name="compartment">The compartment.</param>
    /// <param name="to">The kind of store.</param>
    /// <param name="server">Which PostgreSQL, <c>host</c> or <c>host:port</c>; null for any.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    /// <exception cref="RefusedException">It is there, another move is under way, or no databases are left.</exception>
    public async Task<CompartmentMoveRow> BeginAsync(
        CompartmentId compartment, StoreKind to, string? server, CancellationToken cancellation)
    {
        if (to == StoreKind.Postgres)
        {
            await stock.TakeInAsync(cancellation);
        }

        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        if (await FindAsync(compartment, cancellation) is { } begun)
        {
            DatabasePairRow? target = await PairAsync(db, begun.ToPair, cancellation);
            return Fits(target, to, server) ? begun : throw new RefusedException(MoveRefusals.Begun);
        }

        DatabasePairRow? present = await db.Set<DatabasePairRow>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Compartment == compartment, cancellation);
        if (Fits(present, to, server))
        {
            throw new RefusedException(MoveRefusals.ThereAlready);
        }

        var move = new CompartmentMoveRow
        {
            Compartment = compartment,
            FromPair = present?.Id,
            ToPair = to == StoreKind.Postgres ? await FreeAsync(db, server, cancellation) : null,
            State = CompartmentMoveState.Copying,
            BeganAt = time.GetUtcNow(),
        };
        db.Add(move);
        await db.SaveChangesAsync(cancellation);
        return move;
    }

    /// <summary>The databases of one end of a move.</summary>
    public async Task<CompartmentDatabases> DatabasesAsync(
        CompartmentId compartment, RecordId? pair, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        if (await PairAsync(db, pair, cancellation) is { } row)
        {
            return pairs.Of(row);
        }

        string folder = data.CompartmentFolder(compartment);
        DataFolder.MakeFolder(folder);
        return CompartmentDatabases.InFolder(folder);
    }

    /// <summary>What people call one end of a move.</summary>
    public async Task<string> NameAsync(RecordId? pair, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await PairAsync(db, pair, cancellation) is { } row ? "postgres at " + Server(row) : "sqlite";
    }

    /// <summary>Makes the new databases the compartment's, in one change.</summary>
    public void Switch(CompartmentMoveRow move) => statements.Write(registry =>
    {
        string compartment = move.Compartment.ToString();
        registry.Run("UPDATE database_pair SET compartment = NULL WHERE compartment = $1", compartment);
        if (move.ToPair is { } pair)
        {
            registry.Run("UPDATE database_pair SET compartment = $1 WHERE id = $2", compartment, pair.ToString());
        }

        registry.Run(
            "UPDATE compartment_move SET state = $1 WHERE compartment = $2", (long)CompartmentMoveState.Emptying, compartment);
    });

    /// <summary>Forgets a move: it has ended, or it was given up. Databases of PostgreSQL go back to the stock.</summary>
    public async Task EndAsync(CompartmentMoveRow move, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        db.Remove(move);
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task<RecordId> FreeAsync(RegistryDb db, string? server, CancellationToken cancellation)
    {
        List<DatabasePairRow> free = await PairDatabases.Free(db).AsNoTracking().ToListAsync(cancellation);
        return free.Find(row => Fits(row, StoreKind.Postgres, server))?.Id
            ?? throw new RefusedException(MoveRefusals.NoRoom);
    }

    private static async Task<DatabasePairRow?> PairAsync(
        RegistryDb db, RecordId? pair, CancellationToken cancellation) =>
        pair is null ? null : await db.Set<DatabasePairRow>().SingleAsync(row => row.Id == pair, cancellation);

    private static bool Fits(DatabasePairRow? place, StoreKind kind, string? server) =>
        kind == StoreKind.Postgres
            ? place is not null && (server is null || server == Server(place) || server == Endpoint(place).Host)
            : place is null;

    private static string Server(DatabasePairRow place) => $"{Endpoint(place).Host}:{Endpoint(place).Port}";

    private static NpgsqlConnectionStringBuilder Endpoint(DatabasePairRow place) => new(place.Endpoint);
}
