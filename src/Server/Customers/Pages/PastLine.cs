namespace Strongroom.Server.Customers.Pages;

/// <summary>A reveal that was, as the page lists it.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who, by name.</param>
/// <param name="What">Which fields.</param>
/// <param name="Why">The purpose and the case.</param>
/// <param name="IsCopied">A browser reported a copy.</param>
internal sealed record PastLine(DateTimeOffset At, string By, string What, string Why, bool IsCopied);
