namespace Strongroom.Server.Compartments;

/// <summary>What begins a series.</summary>
internal sealed record CreateCompartmentRequest
{
    /// <summary>
    /// The series' name: lower-case letters, digits and dashes, 2 to 40; it does not end in a number.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>How many customers each compartment holds; the setting where it is left out.</summary>
    public int? Cap { get; init; }
}
