namespace Strongroom.Server.Compartments.Moving;

/// <summary>What <c>strongroom storage move</c> did.</summary>
/// <param name="Compartment">The compartment.</param>
/// <param name="From">Where it was: <c>sqlite</c>, or <c>postgres</c> and the server.</param>
/// <param name="To">Where it is.</param>
/// <param name="Customers">How many customers it has.</param>
/// <param name="Rows">How many rows were counted and compared.</param>
/// <param name="IsResumed">A move that was cut off was ended.</param>
internal sealed record MovedReport(
    string Compartment, string From, string To, long Customers, long Rows, bool IsResumed);
