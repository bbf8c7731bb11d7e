using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>What a signer signs; <c>docs/formats/agreement.md</c>. Pure.</summary>
internal static class AgreementHash
{
    public const int NonceBytes = 32;
    private const string Label = "agree/v1";

    /// <summary>
    /// SHA-256 over label, agreement, version (u64), text (UTF-8), signer and nonce, each after its length (u32).
    /// </summary>
    public static byte[] Of(AgreementId agreement, long version, string text, StaffId signer, ReadOnlySpan<byte> nonce)
    {
        Span<byte> id = stackalloc byte[IIdentifier.Size];
        Span<byte> number = stackalloc byte[sizeof(long)];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.ASCII.GetBytes(Label));
        agreement.CopyTo(id);
        Append(hash, id);
        BinaryPrimitives.WriteInt64BigEndian(number, version);
        Append(hash, number);
        Append(hash, Encoding.UTF8.GetBytes(text));
        signer.CopyTo(id);
        Append(hash, id);
        Append(hash, nonce);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
