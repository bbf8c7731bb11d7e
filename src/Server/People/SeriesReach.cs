namespace Strongroom.Server.People;

/// <summary>How far a grant reaches in one series.</summary>
/// <param name="Series">The series' name.</param>
/// <param name="Customers">How many customers it holds, closed compartments counted.</param>
/// <param name="ClosedCompartments">Compartments that are closed just now, and out of reach until opened.</param>
internal sealed record SeriesReach(string Series, long Customers, int ClosedCompartments);
