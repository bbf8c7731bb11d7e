namespace Strongroom.Server.Compartments;

/// <summary>The fields that one slice searches by; it registers them at the start.</summary>
/// <param name="Names">The fields' names.</param>
internal sealed record IndexedFields(IReadOnlyList<string> Names);
