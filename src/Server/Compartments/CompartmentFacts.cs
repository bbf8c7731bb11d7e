using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>What the registry knows of a compartment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name: the series' name, then <c>-2</c>, <c>-3</c>…</param>
/// <param name="Series">The series that callers name.</param>
/// <param name="Number">Its place in the series, from 1.</param>
/// <param name="Cap">How many customers it holds at the most.</param>
/// <param name="IsClosed">Closed by hand; stays so over a restart.</param>
internal sealed record CompartmentFacts(
    CompartmentId Id, string Name, string Series, int Number, int Cap, bool IsClosed);
