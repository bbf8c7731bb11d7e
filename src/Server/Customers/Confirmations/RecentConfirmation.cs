namespace Strongroom.Server.Customers.Confirmations;

/// <summary>The outcome of a check that somebody made a moment ago.</summary>
/// <param name="Outcome">Whether it matched.</param>
/// <param name="Kind">The kind asked for; null for any.</param>
/// <param name="Until">Until when a page may show it.</param>
internal sealed record RecentConfirmation(Confirmation Outcome, string? Kind, DateTimeOffset Until);
