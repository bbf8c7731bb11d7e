using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// One key holder's share of the unseal key. It says of which set it is and how many are needed; its hash stands in the
/// signed keyring, so that a wrong or stale one is named before anything is combined. Disposing wipes it. Bytes:
/// <c>docs/formats/share.md</c>.
/// </summary>
public sealed class KeyShare : IDisposable
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 1 + SetLength + sizeof(uint) + 4 + KeySize.Bytes + ChecksumLength;

    /// <summary>The length of a set's id in bytes.</summary>
    public const int SetLength = 16;

    /// <summary>The length of a share's hash in bytes.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    private const byte Version = 1;
    private const int ChecksumLength = 4;
    private const int ValueAt = 1 + SetLength + sizeof(uint) + 4;
    private readonly SecretBytes _bytes;

    private KeyShare(SecretBytes bytes) => _bytes = bytes;

    private static ReadOnlySpan<byte> ChecksumLabel => "share/v1"u8;

    private static ReadOnlySpan<byte> HashLabel => "share-hash/v1"u8;

    /// <summary>The set that the share belongs to, 32 hexadecimal digits.</summary>
    public string Set => Convert.ToHexStringLower(_bytes.Reveal().Slice(1, SetLength));

    /// <summary>Which of the successive unseal keys it is a share of, 1 or more.</summary>
    public uint Generation => BinaryPrimitives.ReadUInt32BigEndian(_bytes.Reveal()[(1 + SetLength)..]);

    /// <summary>K: how many are needed.</summary>
    public int Needed => _bytes.Reveal()[ValueAt - 4];

    /// <summary>N: how many there are.</summary>
    public int Parts => _bytes.Reveal()[ValueAt - 3];

    /// <summary>The holder's number, from 1 to N.</summary>
    public int Number => _bytes.Reveal()[ValueAt - 2];

    internal byte X => _bytes.Reveal()[ValueAt - 1];

    /// <summary>Reads a share; false when a byte of it is wrong.</summary>
    /// <param name="untrusted">61 bytes; the caller wipes them.</param>
    /// <param name="share">The share, which the caller owns.</param>
    public static bool TryRead(ReadOnlySpan<byte> untrusted, [NotNullWhen(true)] out KeyShare? share)
    {
        share = null;
        if (untrusted.Length != Length || untrusted[0] != Version
            || !CryptographicOperations.FixedTimeEquals(Checksum(untrusted), untrusted[^ChecksumLength..]))
        {
            return false;
        }

        SecretBytes bytes = SecretBytes.Uninitialized(Length, out Span<byte> toFill);
        untrusted.CopyTo(toFill);
        var read = new KeyShare(bytes);
        if (read.IsSound())
        {
            share = read;
            return true;
        }

        read.Dispose();
        return false;
    }

    /// <summary>SHA-256 over a label and the share; tells nothing of it, for the value in it is random.</summary>
    public byte[] Hash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(HashLabel);
        hash.AppendData(_bytes.Reveal());
        byte[] digest = hash.GetHashAndReset();
        _bytes.ThrowIfWipedMeanwhile();
        return digest;
    }

    /// <summary>A copy of the 61 bytes, for sealing them and for the sheet.</summary>
    public SecretBytes CopyBytes() => _bytes.Copy();

    /// <summary>Wipes the share.</summary>
    public void Dispose() => _bytes.Dispose();

    /// <summary>The type's name, never the share.</summary>
    public override string ToString() => nameof(KeyShare);

    internal static KeyShare Make(
        ReadOnlySpan<byte> set, uint generation, int needed, int parts, int number, byte x, SecretBytes y)
    {
        SecretBytes bytes = SecretBytes.Uninitialized(Length, out Span<byte> toFill);
        toFill[0] = Version;
        set.CopyTo(toFill[1..]);
        BinaryPrimitives.WriteUInt32BigEndian(toFill[(1 + SetLength)..], generation);
        toFill[ValueAt - 4] = (byte)needed;
        toFill[ValueAt - 3] = (byte)parts;
        toFill[ValueAt - 2] = (byte)number;
        toFill[ValueAt - 1] = x;
        y.Reveal().CopyTo(toFill[ValueAt..]);
        Checksum(toFill).CopyTo(toFill[^ChecksumLength..]);
        return new KeyShare(bytes);
    }

    internal SecretBytes CopyValue()
    {
        SecretBytes value = SecretBytes.Uninitialized(KeySize.Bytes, out Span<byte> toFill);
        _bytes.Reveal().Slice(ValueAt, KeySize.Bytes).CopyTo(toFill);
        _bytes.ThrowIfWipedMeanwhile();
        return value;
    }

    private bool IsSound() => Needed >= 2 && Parts >= Needed && Number >= 1 && Number <= Parts && X > 0 && Generation > 0;

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> share)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(ChecksumLabel);
        hash.AppendData(share[..^ChecksumLength]);
        return hash.GetHashAndReset().AsSpan(0, ChecksumLength);
    }
}
