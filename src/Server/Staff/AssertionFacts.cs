using System.Buffers.Text;

namespace Strongroom.Server.Staff;

/// <summary>
/// What audit entries keep of a passkey's answer: enough to check the signature again without the registry.
/// </summary>
internal static class AssertionFacts
{
    public static Dictionary<string, string> Of(PasskeyProof proof) =>
        new(proof.Ceremony.Terms, StringComparer.Ordinal)
        {
            ["method"] = SessionMethod.Passkey,
            ["passkey"] = proof.Passkey.Id.ToString(),
            ["publicKey"] = Convert.ToHexStringLower(proof.Passkey.PublicKey),
            ["authenticatorData"] = Base64Url.EncodeToString(proof.Assertion.Authenticator),
            ["clientDataJSON"] = Base64Url.EncodeToString(proof.Assertion.Browser),
            ["signature"] = Base64Url.EncodeToString(proof.Assertion.Signature),
        };
}
