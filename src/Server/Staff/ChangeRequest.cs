namespace Strongroom.Server.Staff;

/// <summary>What to change of a member of staff; what is missing stays.</summary>
/// <param name="Roles">The new roles, all of them.</param>
/// <param name="Series">The new compartment series, all of them.</param>
/// <param name="State"><c>active</c> (also lifts a lock) or <c>suspended</c>.</param>
internal sealed record ChangeRequest(
    IReadOnlyList<string>? Roles = null, IReadOnlyList<string>? Series = null, string? State = null);
