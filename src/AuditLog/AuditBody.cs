using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.AuditLog;

/// <summary>
/// A body and its salt. <see cref="Salted"/> is what the caller seals; the commitment goes into the leaf and tells
/// nothing
/// once the key of the seal is destroyed.
/// </summary>
public sealed class AuditBody
{
    private const int SaltSize = 32;

    private AuditBody(byte[] salted) => (Salted, Commitment) = (salted, SHA256.HashData(salted));

    /// <summary>Salt ‖ body, to be sealed. Wipe it afterwards.</summary>
    public Memory<byte> Salted { get; }

    /// <summary>SHA-256(salt ‖ body).</summary>
    public ReadOnlyMemory<byte> Commitment { get; }

    /// <summary>Draws a salt for a body.</summary>
    public static AuditBody Commit(ReadOnlySpan<byte> body)
    {
        byte[] salted = new byte[SaltSize + body.Length];
        RandomNumberGenerator.Fill(salted.AsSpan(0, SaltSize));
        body.CopyTo(salted.AsSpan(SaltSize));
        return new AuditBody(salted);
    }

    /// <summary>Takes the body out of what was sealed, if it is the one that the entry commits to.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> untrustedSalted, ReadOnlySpan<byte> commitment, [NotNullWhen(true)] out byte[]? body)
    {
        body = null;
        if (untrustedSalted.Length < SaltSize
            || !CryptographicOperations.FixedTimeEquals(SHA256.HashData(untrustedSalted), commitment))
        {
            return false;
        }

        body = untrustedSalted[SaltSize..].ToArray();
        return true;
    }
}
