using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Server.Agreements;

/// <summary>What a signer had before the eyes, in words that are kept with the signature. Pure.</summary>
internal static class DisplayedText
{
    /// <summary>The sentence beside the box that a signer ticks.</summary>
    public const string Intent = "I have read this agreement and I agree to it.";

    /// <summary>On our page the text as HTML, whose hash is kept; elsewhere the Markdown itself.</summary>
    public static string Say(AgreementRow agreement, bool isShownByPage) => isShownByPage
        ? $"page; html sha-256 {Hash(AgreementHtml.Write(agreement.Text))}; ticked: {Intent}"
        : $"text; markdown sha-256 {Convert.ToHexStringLower(agreement.TextHash)}";

    private static string Hash(string html) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)));
}
