namespace Strongroom.Server.Customers;

/// <summary>Until when a revealed value may stay on the screen.</summary>
internal sealed record RevealExtension(DateTimeOffset ExpiresAt);
