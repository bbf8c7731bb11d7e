namespace Strongroom.Server.People;

/// <summary>A grant to be measured before it is made.</summary>
/// <param name="Roles">The roles, as the API spells them.</param>
/// <param name="Series">The compartment series.</param>
internal sealed record GrantRequest(IReadOnlyList<string> Roles, IReadOnlyList<string> Series);
