using System.Text.Json;

namespace Strongroom.Server.Staff;

/// <summary>A passkey to be registered.</summary>
/// <param name="Ceremony">The registration that it answers.</param>
/// <param name="Name">What its holder calls it.</param>
/// <param name="Credential">What the browser's <c>PublicKeyCredential</c> writes as JSON.</param>
internal sealed record PasskeyRequest(string Ceremony, string Name, JsonElement Credential)
{
    public override string ToString() => nameof(PasskeyRequest);
}
