using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Databases;

/// <summary>A new compartment has two databases out of the stock that an administrator has prepared.</summary>
internal sealed class StockPlaces(DatabaseStock stock, PairDatabases pairs, DataFolder data) : ICompartmentPlaces
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
        DatabasePairRow row = await PairDatabases.Free(db).FirstOrDefaultAsync(cancellation)
            ?? throw new RefusedException(CompartmentRefusals.StockEmpty);
        row.Compartment = compartment;
    }

    public async Task<CompartmentDatabases> FindAsync(CompartmentId compartment, CancellationToken cancellation)
    {
        if (await pairs.FindAsync(compartment, cancellation) is { } pair)
        {
            return pair;
        }

        // Moved into files: they are there. Made anew here they would be an empty compartment.
        var files = CompartmentDatabases.InFolder(data.CompartmentFolder(compartment));
        return files.Keys.Exists && files.Records.Exists
            ? files
            : throw new RefusedException(StorageRefusals.StoreDamaged);
    }
}
