namespace Strongroom.Server.Compartments;

/// <summary>The compartments of an installation, or of one member of staff.</summary>
internal sealed record CompartmentList(IReadOnlyList<ListedCompartment> Items);
