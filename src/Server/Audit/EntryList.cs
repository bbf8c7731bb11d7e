namespace Strongroom.Server.Audit;

/// <summary>A page of the log.</summary>
/// <param name="Items">Entries in order.</param>
/// <param name="Next">The <c>from</c> of the next page; absent at the end.</param>
/// <param name="Size">How many entries the log has.</param>
internal sealed record EntryList(IReadOnlyList<ListedEntry> Items, long? Next, long Size);
