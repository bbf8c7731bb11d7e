using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// The key of one blind index: a compartment and a kind of field. A tag is a truncated HMAC-SHA-256, so that equal
/// values are found without being readable. Safe to use from several threads. Bytes:
/// <c>docs/formats/blind-index.md</c>.
/// </summary>
public sealed class BlindIndexKey : IDisposable
{
    /// <summary>The shortest tag in bits.</summary>
    public const int FewestBits = 4;

    /// <summary>The longest tag in bits, for values that are unique anyway.</summary>
    public const int MostBits = 128;

    private readonly SecretBytes _key;

    private BlindIndexKey(SecretBytes key) => _key = key;

    /// <summary>Draws a new key.</summary>
    public static BlindIndexKey New() => new(SecretBytes.Random(KeySize.Bytes));

    /// <summary>Takes a key and wipes the caller's copy.</summary>
    /// <param name="key">32 bytes; all zero afterwards.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is not 32 bytes long.</exception>
    public static BlindIndexKey TakeFrom(Span<byte> key) => new(KeySize.Take(key));

    /// <summary>Computes the tag of a value.</summary>
    /// <param name="normalised">The normalised value: what is not equal in bytes has another tag.</param>
    /// <param name="bits">4 to 128; fewer bits mean more coincidences, and less to be learnt from a stolen
    /// index.</param>
    /// <returns>As many bytes as the bits need; the unused low bits of the last are zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bits"/> is out of range.</exception>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public byte[] Tag(ReadOnlySpan<byte> normalised, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, FewestBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MostBits);
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key.Reveal(), normalised, full);
        _key.ThrowIfWipedMeanwhile();
        byte[] tag = full[..((bits + 7) / 8)].ToArray();
        int unused = (tag.Length * 8) - bits;
        tag[^1] = (byte)(tag[^1] >> unused << unused & 0xff);
        return tag;
    }

    /// <summary>A copy of the key, for sealing it.</summary>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public SecretBytes CopySecret() => _key.Copy();

    /// <summary>Wipes the key.</summary>
    public void Dispose() => _key.Dispose();
}
