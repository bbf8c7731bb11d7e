using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Strongroom.Server.Staff;

/// <summary>
/// A passkey's assertion, taken apart once: what is checked and what is kept are the same bytes. Pure.
/// </summary>
internal sealed record PasskeyAssertion
{
    private const int Longest = 16 * 1024;
    private const string KeyType = "public-key";

    public required byte[] Credential { get; init; }

    /// <summary>The authenticator's part of what is signed: host, flags, counter.</summary>
    public required byte[] Authenticator { get; init; }

    /// <summary>The browser's part: the challenge and the page's origin, JSON.</summary>
    public required byte[] Browser { get; init; }

    public required byte[] Signature { get; init; }

    /// <summary>Who the authenticator says its holder is; absent where the server named the credentials.</summary>
    public byte[]? Holder { get; init; }

    public override string ToString() => nameof(PasskeyAssertion);

    public static bool TryRead(JsonElement untrustedCredential, [NotNullWhen(true)] out PasskeyAssertion? assertion)
    {
        assertion = Text(untrustedCredential, "type") is KeyType
            && untrustedCredential.TryGetProperty("response", out JsonElement response)
            && Bytes(untrustedCredential, "id") is { } id
            ? Read(id, response)
            : null;
        return assertion is not null;
    }

    private static PasskeyAssertion? Read(byte[] credential, JsonElement response) =>
        Bytes(response, "authenticatorData") is { } authenticator && Bytes(response, "clientDataJSON") is { } browser
            && Bytes(response, "signature") is { } signature
            ? new PasskeyAssertion
            {
                Credential = credential,
                Authenticator = authenticator,
                Browser = browser,
                Signature = signature,
                Holder = Bytes(response, "userHandle"),
            }
            : null;

    /// <summary>As the handler of Identity reads it.</summary>
    public string ToJson()
    {
        var response = new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(Browser),
            ["authenticatorData"] = Base64Url.EncodeToString(Authenticator),
            ["signature"] = Base64Url.EncodeToString(Signature),
        };
        if (Holder is not null)
        {
            response["userHandle"] = Base64Url.EncodeToString(Holder);
        }

        return new JsonObject
        {
            ["id"] = Base64Url.EncodeToString(Credential),
            ["type"] = KeyType,
            ["clientExtensionResults"] = new JsonObject(),
            ["response"] = response,
        }.ToJsonString();
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
            && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static byte[]? Bytes(JsonElement parent, string name)
    {
        string? text = Text(parent, name);
        return text is { Length: > 0 and <= Longest } && Base64Url.IsValid(text)
            ? Base64Url.DecodeFromChars(text)
            : null;
    }
}
