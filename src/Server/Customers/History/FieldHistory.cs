namespace Strongroom.Server.Customers.History;

/// <summary>Every version of a customer's fields, newest first, without values.</summary>
internal sealed record FieldHistory(IReadOnlyList<ListedChange> Items);
