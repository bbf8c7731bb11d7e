namespace Strongroom.Server.Staff;

/// <summary>A screening that was carried out.</summary>
/// <param name="Items">What was checked, for example <c>identity</c>, <c>references</c>.</param>
/// <param name="DoneOn">When it was done.</param>
/// <param name="ValidUntil">When it lapses; that day itself is already too late.</param>
/// <param name="Proof">Where the papers lie; no copies are kept here.</param>
internal sealed record ScreeningRequest(
    IReadOnlyList<string> Items, DateOnly DoneOn, DateOnly ValidUntil, string Proof);
