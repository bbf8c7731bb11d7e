namespace Strongroom.Server.Archive;

/// <summary>What was found.</summary>
/// <param name="Items">At most 200, oldest first.</param>
/// <param name="Closed">Compartments that could not be searched because they are closed.</param>
internal sealed record SearchAnswer(IReadOnlyList<FiledDocument> Items, IReadOnlyList<string> Closed);
