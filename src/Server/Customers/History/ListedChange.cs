namespace Strongroom.Server.Customers.History;

/// <summary>One version of a field in the history.</summary>
/// <param name="Field">The field's kind.</param>
/// <param name="Version">The version, from 1.</param>
/// <param name="IsCurrent">Whether it is the value in use.</param>
/// <param name="At">When it was set; null where that was not kept.</param>
/// <param name="By">Who set it, as an id; null where that was not kept.</param>
/// <param name="Purpose">Why, where somebody said so.</param>
/// <param name="Case">The case's number, where somebody gave one.</param>
internal sealed record ListedChange(
    string Field, long Version, bool IsCurrent, DateTimeOffset? At, string? By, string? Purpose, string? Case);
