namespace Strongroom.Server.Compartments;

/// <summary>
/// The names of the fields that every compartment keeps a blind index of; the slices that search say them at the start.
/// </summary>
/// <param name="Fields">Field kinds that can be looked up, and the words of the archive.</param>
internal sealed record FieldIndexes(IReadOnlyList<string> Fields);
