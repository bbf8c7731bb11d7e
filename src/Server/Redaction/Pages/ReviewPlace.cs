namespace Strongroom.Server.Redaction.Pages;

/// <summary>Where in a document the review is.</summary>
/// <param name="Page">The part; null for the first one with something left to decide.</param>
/// <param name="Box">The box that has the focus; null for the first one to decide.</param>
/// <param name="After">A box that was just decided: the first open one after it has the focus.</param>
internal sealed record ReviewPlace(int? Page, int? Box, int? After);
