using System.Text.Json;

namespace Strongroom.Server.Staff;

/// <summary>What a browser passes on to the passkey.</summary>
/// <param name="Ceremony">To be sent back with the answer; good once, for five minutes.</param>
/// <param name="Options">For <c>PublicKeyCredential.parseCreationOptionsFromJSON</c> or <c>parseRequestOptionsFromJSON</c>.</param>
internal sealed record PasskeyOptionsCard(string Ceremony, JsonElement Options)
{
    public override string ToString() => nameof(PasskeyOptionsCard);
}
