namespace Strongroom.Server.Compartments.Pages;

/// <summary>One compartment, and what a loss of it would mean.</summary>
/// <param name="Card">The compartment.</param>
/// <param name="Next">
/// The compartment after it in its series, or the name that the next one will have where this is the newest.
/// </param>
/// <param name="IsNewest">Whether newcomers of the series go into it.</param>
/// <param name="Radius">What a loss would mean.</param>
internal sealed record CompartmentModel(ListedCompartment Card, string Next, bool IsNewest, BlastRadius Radius)
{
    public string Path => "/compartments/" + Card.Name;
}
