using System.Buffers.Text;
using System.Globalization;

namespace Strongroom.Server.Agreements;

/// <summary>What the audit log says of a signature: the hash, and a passkey's whole proof of it. No name.</summary>
internal static class SignatureFacts
{
    public static Dictionary<string, string> Of(AgreementRow agreement, SignatureRow row)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["agreement"] = agreement.Id.ToString(),
            ["version"] = agreement.Version.ToString(CultureInfo.InvariantCulture),
            ["textSha256"] = Convert.ToHexStringLower(agreement.TextHash),
            ["hash"] = Convert.ToHexStringLower(row.Hash),
            ["method"] = row.Method,
        };
        Add("displayed", row.Displayed);
        Add("publicKey", row.PublicKey is null ? null : Convert.ToHexStringLower(row.PublicKey));
        Add("authenticatorData", Write(row.Authenticator));
        Add("clientDataJSON", Write(row.Browser));
        Add("signature", Write(row.Assertion));
        return facts;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                facts.Add(name, value);
            }
        }
    }

    private static string? Write(byte[]? bytes) => bytes is null ? null : Base64Url.EncodeToString(bytes);
}
