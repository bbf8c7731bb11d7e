namespace Strongroom.Server.Customers;

/// <summary>A field kind in the list.</summary>
internal sealed record ListedField(string Id, string Label, string Sensitivity, bool IsSearchable);
