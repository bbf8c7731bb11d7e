namespace Strongroom.Server.Compartments;

/// <summary>The names of the fields that every compartment keeps a blind index of.</summary>
/// <param name="slices">What each slice that searches has said at the start.</param>
internal sealed class FieldIndexes(IEnumerable<IndexedFields> slices)
{
    /// <summary>Field kinds that can be looked up, and the words of the archive.</summary>
    public IReadOnlyList<string> Fields => [.. slices.SelectMany(slice => slice.Names)];
}
