namespace Strongroom.Server.Staff;

/// <summary>An invitation as it is shown once, to whoever hands it over.</summary>
/// <param name="Id">The newcomer.</param>
/// <param name="Code">To be handed over out of band: on paper, by voice.</param>
/// <param name="ExpiresAt">Seven days from now.</param>
internal sealed record InvitationCard(string Id, string Code, DateTimeOffset ExpiresAt)
{
    public override string ToString() => nameof(InvitationCard);
}
