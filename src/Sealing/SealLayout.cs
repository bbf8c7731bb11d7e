using System.Buffers.Binary;

namespace Strongroom.Sealing;

/// <summary>Where the parts of a sealed value stand, and how long it is. Bytes: <c>docs/formats/seal.md</c>.</summary>
internal static class SealLayout
{
    // version ‖ generation ‖ nonce ‖ commitment ‖ ciphertext ‖ tag
    public const byte Version = 1;
    public const int HeaderLength = 1 + sizeof(uint);
    public const int NonceLength = 24;
    public const int CommitmentLength = 32;
    public const int TagLength = 16;
    public const int PrefixLength = HeaderLength + NonceLength + CommitmentLength;
    public const int Overhead = PrefixLength + TagLength;

    // The plaintext's length stands before it, inside the padding.
    public const int LengthSize = sizeof(uint);

    private const int SmallestBucket = 16;
    private const int LargestDoubling = 1024;

    /// <summary>The length that a text of so many bytes, its length field included, is padded to.</summary>
    public static int Bucket(int length)
    {
        if (length > LargestDoubling)
        {
            return (length + LargestDoubling - 1) / LargestDoubling * LargestDoubling;
        }

        int bucket = SmallestBucket;
        while (bucket < length)
        {
            bucket *= 2;
        }

        return bucket;
    }

    /// <summary>Whether bytes have the version and a length that a sealed value can have.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> untrustedSealed) =>
        untrustedSealed.Length is >= Overhead + SmallestBucket and <= Overhead + LargestPadded
        && untrustedSealed[0] == Version
        && Bucket(untrustedSealed.Length - Overhead) == untrustedSealed.Length - Overhead;

    /// <summary>Finds the plaintext; false when the padding is not the one and only padding of that text.</summary>
    public static bool TryUnpad(ReadOnlySpan<byte> padded, out ReadOnlySpan<byte> plaintext)
    {
        plaintext = default;
        uint length = BinaryPrimitives.ReadUInt32BigEndian(padded);
        if (length > padded.Length - LengthSize || Bucket((int)length + LengthSize) != padded.Length)
        {
            return false;
        }

        ReadOnlySpan<byte> text = padded.Slice(LengthSize, (int)length);
        if (padded[(LengthSize + (int)length)..].ContainsAnyExcept((byte)0))
        {
            return false;
        }

        plaintext = text;
        return true;
    }

    /// <summary>The longest padded text: 16 MiB of plaintext and what its length field rounds up to.</summary>
    private const int LargestPadded = SealingKey.PlaintextLimit + LargestDoubling;
}
