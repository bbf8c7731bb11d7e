namespace Strongroom.Server.Customers;

/// <summary>The field kinds in use.</summary>
internal sealed record FieldList(IReadOnlyList<ListedField> Items);
