using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Compartments.Databases;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Checks;

/// <summary>What can be seen of PostgreSQL: whether a commit is one, and how many databases wait for compartments.</summary>
internal sealed class DatabaseChecks(
    Settings settings, DatabaseStock stock, IDbContextFactory<RegistryDb> registry)
{
    private const int FewLeft = 5;
    private const string Prepare = "strongroom storage prepare --admin FILE --compartments 20";

    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellation) =>
        settings.StoreKind == StoreKind.Postgres
            ? [await DurabilityAsync(cancellation), await StockAsync(cancellation), .. await MovesAsync(cancellation)]
            : await MovesAsync(cancellation);

    private async Task<IReadOnlyList<Check>> MovesAsync(CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        int moves = await db.Set<CompartmentMoveRow>().CountAsync(cancellation);
        return moves == 0 ? [] :
        [
            Check.Amber(
                "database-move", "A compartment's move to other databases was cut off; two copies of it lie about.",
                "Stop the server and run the same \"strongroom storage move\" again, or give it up with --cancel."),
        ];
    }

    private async Task<Check> DurabilityAsync(CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        List<string> off = await db.Database.SqlQuery<string>(
            $"""
            SELECT name AS "Value" FROM pg_settings
            WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name
            """).ToListAsync(cancellation);
        return off.Count == 0
            ? Check.Green("database-durability", "PostgreSQL says that something is written when it is on the disk.")
            : Check.Red(
                "database-durability",
                $"PostgreSQL has {string.Join(" and ", off)} off: after a power cut, what was said to be kept may be gone.",
                "Switch it on in postgresql.conf and reload the server.");
    }

    private async Task<Check> StockAsync(CancellationToken cancellation)
    {
        int left = await stock.CountAsync(cancellation);
        int unreadable = stock.CountUnreadable();
        if (unreadable > 0)
        {
            return Check.Amber(
                "database-stock", $"{unreadable} files of prepared databases cannot be read; their passwords lie in the data folder.",
                "Remove them from database-stock in the data folder, and the databases that they name.") with
            {
                Ground = "unreadable",
            };
        }

        return left switch
        {
            0 => Check.Red(
                "database-stock", "No prepared databases are left: the next compartment that is full refuses customers.", Prepare),
            < FewLeft => Check.Amber(
                "database-stock", $"Prepared databases are left for {left} more compartments.", Prepare),
            _ => Check.Green("database-stock", $"Prepared databases are left for {left} more compartments."),
        };
    }
}
