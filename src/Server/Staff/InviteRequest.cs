namespace Strongroom.Server.Staff;

/// <summary>Whom to invite.</summary>
/// <param name="Email">The work address, under which the person logs in.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Roles">One or more.</param>
/// <param name="Series">Compartment series that the person works in.</param>
/// <param name="ScreeningItems">What a screening must have covered; any screening will do where it is missing.</param>
internal sealed record InviteRequest(
    string Email, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string>? Series = null,
    IReadOnlyList<string>? ScreeningItems = null)
{
    public override string ToString() => nameof(InviteRequest);
}
