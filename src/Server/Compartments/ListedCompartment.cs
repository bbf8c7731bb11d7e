namespace Strongroom.Server.Compartments;

/// <summary>A compartment in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Series">Its series.</param>
/// <param name="Customers">How many customers it holds; the last count known while it is closed.</param>
/// <param name="Cap">How many it may hold.</param>
/// <param name="IsClosed">Whether it is closed.</param>
internal sealed record ListedCompartment(string Id, string Name, string Series, long Customers, int Cap, bool IsClosed);
