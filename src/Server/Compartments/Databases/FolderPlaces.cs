using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Databases;

/// <summary>A new compartment has two files in its folder; they are made when it is first opened.</summary>
internal sealed class FolderPlaces(PairDatabases pairs, DataFolder data) : ICompartmentPlaces
{
    public Task CheckRoomAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task AssignAsync(RegistryDb db, CompartmentId compartment, CancellationToken cancellation) =>
        Task.CompletedTask;

    public async Task<CompartmentDatabases> FindAsync(CompartmentId compartment, CancellationToken cancellation) =>
        await pairs.FindAsync(compartment, cancellation)
            ?? CompartmentDatabases.InFolder(data.CompartmentFolder(compartment));
}
