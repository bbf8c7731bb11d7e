namespace Strongroom.Server.Redaction;

/// <summary>A page of documents.</summary>
/// <param name="Items">The documents.</param>
/// <param name="Next">The cursor of the next page; absent on the last.</param>
internal sealed record DocumentList(IReadOnlyList<ViewedDocument> Items, string? Next);
