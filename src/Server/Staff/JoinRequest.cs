using System.Text.Json;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>What a newcomer sends to join with a passkey.</summary>
/// <param name="Code">The invitation's code.</param>
/// <param name="Ceremony">The registration that the passkey answers.</param>
/// <param name="Name">What its holder calls the passkey.</param>
/// <param name="Credential">What the browser's <c>PublicKeyCredential</c> writes as JSON.</param>
internal sealed record JoinRequest(PersonalText Code, string Ceremony, string Name, JsonElement Credential)
{
    public override string ToString() => nameof(JoinRequest);
}
