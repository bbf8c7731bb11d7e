using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Databases;

/// <summary>Each compartment has two files in its folder; they are made when it is first opened.</summary>
internal sealed class FolderPlaces(DataFolder data) : ICompartmentPlaces
{
    public Task CheckRoomAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task AssignAsync(RegistryDb db, CompartmentId compartment, CancellationToken cancellation) =>
        Task.CompletedTask;

    public Task<CompartmentDatabases> FindAsync(CompartmentId compartment, CancellationToken cancellation) =>
        Task.FromResult(CompartmentDatabases.InFolder(data.CompartmentFolder(compartment)));
}
