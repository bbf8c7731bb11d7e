namespace Strongroom.Server.Staff;

/// <summary>What a newcomer keeps after joining.</summary>
/// <param name="Id">The newcomer.</param>
/// <param name="RecoveryCodes">Each replaces the authenticator once; shown this one time.</param>
internal sealed record JoinedCard(string Id, IReadOnlyList<string> RecoveryCodes)
{
    public override string ToString() => nameof(JoinedCard);
}
