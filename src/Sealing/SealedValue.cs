using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// The construction of the seal: a one-time AES-256-GCM key and a commitment from one HMAC-SHA-512. Bytes:
/// <c>docs/formats/seal.md</c>.
/// </summary>
internal static class SealedValue
{
    private const int StackLimit = 1024;

    // The key of a message is used once, so the nonce of AES-GCM can be all zero.
    private static ReadOnlySpan<byte> ZeroNonce => "\0\0\0\0\0\0\0\0\0\0\0\0"u8;

    /// <summary>Seals a value; every nonce is random but those of test vectors.</summary>
    public static byte[] Seal(
        SecretBytes key, uint generation, SealContext context, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> nonce)
    {
        byte[] output = new byte[SealingKey.SealedLength(plaintext.Length)];
        output[0] = SealLayout.Version;
        BinaryPrimitives.WriteUInt32BigEndian(output.AsSpan(1), generation);
        nonce.CopyTo(output.AsSpan(SealLayout.HeaderLength));
        Span<byte> padded = output.AsSpan(SealLayout.PrefixLength..^SealLayout.TagLength);
        BinaryPrimitives.WriteUInt32BigEndian(padded, (uint)plaintext.Length);
        plaintext.CopyTo(padded[SealLayout.LengthSize..]);

        Span<byte> oneTime = stackalloc byte[HMACSHA512.HashSizeInBytes];
        try
        {
            DeriveOneTimeKey(key, output, context, oneTime);
            oneTime[KeySize.Bytes..].CopyTo(output.AsSpan(SealLayout.HeaderLength + SealLayout.NonceLength));
            using AesGcm aes = new(oneTime[..KeySize.Bytes], SealLayout.TagLength);
            aes.Encrypt(ZeroNonce, padded, padded, output.AsSpan(^SealLayout.TagLength..));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(oneTime);
        }

        return output;
    }

    /// <summary>
    /// Opens a value of the right version, generation and length; false when anything in it is not authentic.
    /// </summary>
    public static bool TryOpen(
        SecretBytes key,
        ReadOnlySpan<byte> untrustedSealed,
        SealContext context,
        bool isSecret,
        [NotNullWhen(true)] out byte[]? plaintext)
    {
        plaintext = null;
        int paddedLength = untrustedSealed.Length - SealLayout.Overhead;
        byte[]? rented = paddedLength > StackLimit ? ArrayPool<byte>.Shared.Rent(paddedLength) : null;
        Span<byte> padded = rented is null ? stackalloc byte[StackLimit] : rented;
        padded = padded[..paddedLength];
        try
        {
            if (!TryDecrypt(key, untrustedSealed, context, padded)
                || !SealLayout.TryUnpad(padded, out ReadOnlySpan<byte> found))
            {
                return false;
            }

            // The collector does not move a pinned array, so wiping a key from it leaves no copy behind.
            plaintext = GC.AllocateUninitializedArray<byte>(found.Length, pinned: isSecret);
            found.CopyTo(plaintext);
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private static bool TryDecrypt(
        SecretBytes key, ReadOnlySpan<byte> untrustedSealed, SealContext context, Span<byte> padded)
    {
        Span<byte> oneTime = stackalloc byte[HMACSHA512.HashSizeInBytes];
        try
        {
            DeriveOneTimeKey(key, untrustedSealed, context, oneTime);
            ReadOnlySpan<byte> untrustedCommitment = untrustedSealed.Slice(
                SealLayout.HeaderLength + SealLayout.NonceLength, SealLayout.CommitmentLength);
            if (!CryptographicOperations.FixedTimeEquals(oneTime[KeySize.Bytes..], untrustedCommitment))
            {
                return false;
            }

            using AesGcm aes = new(oneTime[..KeySize.Bytes], SealLayout.TagLength);
            aes.Decrypt(
                ZeroNonce,
                untrustedSealed[SealLayout.PrefixLength..^SealLayout.TagLength],
                untrustedSealed[^SealLayout.TagLength..],
                padded);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(oneTime);
        }
    }

    /// <summary>k ‖ c = HMAC-SHA-512(key, "seal/v1" ‖ header ‖ nonce ‖ SHA-256(context)).</summary>
    private static void DeriveOneTimeKey(
        SecretBytes key, ReadOnlySpan<byte> sealedStart, SealContext context, Span<byte> oneTime)
    {
        const int LabelLength = 7;
        const int HeadLength = SealLayout.HeaderLength + SealLayout.NonceLength;
        Span<byte> message = stackalloc byte[LabelLength + HeadLength + SHA256.HashSizeInBytes];
        "seal/v1"u8.CopyTo(message);
        sealedStart[..HeadLength].CopyTo(message[LabelLength..]);
        context.Hash(message[(LabelLength + HeadLength)..]);
        HMACSHA512.HashData(key.Reveal(), message, oneTime);
        key.ThrowIfWipedMeanwhile();
    }
}
