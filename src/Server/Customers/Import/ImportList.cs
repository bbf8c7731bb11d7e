namespace Strongroom.Server.Customers.Import;

/// <summary>The newest imports.</summary>
internal sealed record ImportList(IReadOnlyList<ImportCard> Items);
