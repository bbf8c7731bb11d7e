namespace Strongroom.Server.Shell.Pages;

/// <summary>Marks an endpoint as a page: refusals are pages too, and posts carry the tokens of <see cref="FormGuard"/>.</summary>
/// <param name="ReadsItsOwnForm">Whether the endpoint streams its form and calls <see cref="FormChecks"/> itself.</param>
internal sealed record PageRoute(bool ReadsItsOwnForm = false);
