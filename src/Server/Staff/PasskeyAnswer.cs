using System.Text.Json;

namespace Strongroom.Server.Staff;

/// <summary>A passkey's answer.</summary>
/// <param name="Ceremony">The ceremony that it answers.</param>
/// <param name="Credential">What the browser's <c>PublicKeyCredential</c> writes as JSON.</param>
internal sealed record PasskeyAnswer(string Ceremony, JsonElement Credential)
{
    public override string ToString() => nameof(PasskeyAnswer);
}
