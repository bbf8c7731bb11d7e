using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Sealing;

/// <summary>
/// HMAC-SHA-256 under a 256-bit key, with a label for each use: <c>HMAC(key, u32 length of label ‖ label ‖ value)</c>.
/// For code routes, sessions, keys of service accounts and the password pepper. Safe to use from several threads.
/// </summary>
public sealed class KeyedHash : IDisposable
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int HashLength = 32;

    private const int PrefixLength = sizeof(uint);
    private const int LabelLimit = 64;
    private readonly SecretBytes _key;

    private KeyedHash(SecretBytes key) => _key = key;

    /// <summary>Draws a new key.</summary>
    public static KeyedHash New() => new(SecretBytes.Random(KeySize.Bytes));

    /// <summary>Takes a key and wipes the caller's copy.</summary>
    /// <param name="key">32 bytes; all zero afterwards.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is not 32 bytes long.</exception>
    public static KeyedHash TakeFrom(Span<byte> key) => new(KeySize.Take(key));

    /// <summary>Hashes a value for one use.</summary>
    /// <param name="label">Names the use, 1 to 64 bytes of UTF-8: hashes under different labels have nothing in
    /// common.</param>
    /// <param name="data">The value, of any length.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="ArgumentException">The label is empty or too long.</exception>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public byte[] Hash(string label, ReadOnlySpan<byte> data)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        if (Encoding.UTF8.GetByteCount(label) > LabelLimit)
        {
            throw new ArgumentException($"a label has at most {LabelLimit} bytes", nameof(label));
        }

        Span<byte> prefix = stackalloc byte[PrefixLength + LabelLimit];
        int labelLength = Encoding.UTF8.GetBytes(label, prefix[PrefixLength..]);
        BinaryPrimitives.WriteUInt32BigEndian(prefix, (uint)labelLength);
        using IncrementalHash hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key.Reveal());
        hmac.AppendData(prefix[..(PrefixLength + labelLength)]);
        hmac.AppendData(data);
        byte[] hash = hmac.GetHashAndReset();
        _key.ThrowIfWipedMeanwhile();
        return hash;
    }

    /// <summary>A copy of the key, for sealing it into the keyring.</summary>
    public SecretBytes CopySecret() => _key.Copy();

    /// <summary>Wipes the key.</summary>
    public void Dispose() => _key.Dispose();
}
