namespace Strongroom.Server.Customers;

/// <summary>Why somebody last revealed fields of a customer.</summary>
/// <param name="Purpose">From the list of purposes.</param>
/// <param name="Case">The case's number, if one was given.</param>
/// <param name="Until">Until when it is offered again.</param>
internal sealed record RecentPurpose(string Purpose, string? Case, DateTimeOffset Until);
