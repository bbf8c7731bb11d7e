using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Databases;

/// <summary>Knows where the databases of compartments are, and whether there is room for another one.</summary>
internal interface ICompartmentPlaces
{
    /// <summary>Asked before anything of a new compartment is made.</summary>
    /// <exception cref="RefusedException">There is no room; it says what to do.</exception>
    Task CheckRoomAsync(CancellationToken cancellation);

    /// <summary>Gives a new compartment its databases, in the change that keeps its row.</summary>
    Task AssignAsync(RegistryDb db, CompartmentId compartment, CancellationToken cancellation);

    Task<CompartmentDatabases> FindAsync(CompartmentId compartment, CancellationToken cancellation);
}
