namespace Strongroom.Server.Redaction;

/// <summary>The pages of a document, in order.</summary>
internal sealed record PageList(IReadOnlyList<ListedPage> Items);
