using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>What a receipt says of a passkey's signature, read into bytes. Pure.</summary>
internal sealed record KeptAssertion
{
    private const int Longest = 16 * 1024;

    public required byte[] Hash { get; init; }

    public required byte[] PublicKey { get; init; }

    public required StaffRow Staff { get; init; }

    public required PasskeyAssertion Assertion { get; init; }

    public override string ToString() => nameof(KeptAssertion);

    public static bool TryRead(ReceiptCard untrusted, [NotNullWhen(true)] out KeptAssertion? kept)
    {
        bool isRead = TryBytes(untrusted.PublicKey, out byte[]? key) & TryBytes(untrusted.Credential, out byte[]? id)
            & TryBytes(untrusted.AuthenticatorData, out byte[]? authenticator)
            & TryBytes(untrusted.ClientDataJson, out byte[]? browser)
            & TryBytes(untrusted.Signature, out byte[]? signature)
            & StaffId.TryParse(untrusted.Signer, null, out StaffId? signer)
            & HexText.TryRead(untrusted.Hash, out byte[]? hash);
        kept = !isRead ? null : new KeptAssertion
        {
            Hash = hash!,
            PublicKey = key!,
            Staff = new StaffRow { Id = signer! },
            Assertion = new PasskeyAssertion
            {
                Credential = id!,
                Authenticator = authenticator!,
                Browser = browser!,
                Signature = signature!,
            },
        };
        return kept is not null;
    }

    private static bool TryBytes(string? untrustedText, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = untrustedText is { Length: > 0 and <= Longest } && Base64Url.IsValid(untrustedText)
            ? Base64Url.DecodeFromChars(untrustedText)
            : null;
        return bytes is not null;
    }
}
