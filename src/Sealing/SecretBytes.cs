using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Strongroom.Sealing;

/// <summary>
/// Secret bytes in one pinned array that the collector never copies, zeroed on <see cref="Dispose"/>. They do not print
/// and do not serialize; <see cref="Reveal"/> is the only way out. Safe to use from several threads.
/// </summary>
[JsonConverter(typeof(SecretBytesJsonConverter))]
public sealed class SecretBytes : IDisposable
{
    private readonly byte[] _bytes;
    private volatile bool _isDisposed;

    private SecretBytes(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _bytes = GC.AllocateUninitializedArray<byte>(length, pinned: true);
    }

    /// <summary>The length in bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Copies the bytes and wipes the caller's.</summary>
    /// <param name="source">Any number of bytes; all zero afterwards.</param>
    public static SecretBytes TakeFrom(Span<byte> source)
    {
        SecretBytes secret = new(source.Length);
        source.CopyTo(secret._bytes);
        CryptographicOperations.ZeroMemory(source);
        return secret;
    }

    /// <summary>Draws bytes from the system's secure random source.</summary>
    /// <param name="length">Number of bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static SecretBytes Random(int length)
    {
        SecretBytes secret = new(length);
        RandomNumberGenerator.Fill(secret._bytes);
        return secret;
    }

    /// <summary>
    /// Shows the bytes. The span is valid until <see cref="Dispose"/>; every caller is listed in an approved file.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The bytes are wiped.</exception>
    public ReadOnlySpan<byte> Reveal()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _bytes;
    }

    /// <summary>A copy with a life of its own.</summary>
    /// <exception cref="ObjectDisposedException">The bytes are wiped.</exception>
    public SecretBytes Copy()
    {
        SecretBytes copy = new(Length);
        Reveal().CopyTo(copy._bytes);
        ThrowIfWipedMeanwhile();
        return copy;
    }

    /// <summary>Compares in constant time; bytes of another length never match.</summary>
    /// <exception cref="ObjectDisposedException">The bytes are wiped.</exception>
    public bool Matches(ReadOnlySpan<byte> other) => CryptographicOperations.FixedTimeEquals(Reveal(), other);

    /// <summary>Wipes the bytes.</summary>
    public void Dispose()
    {
        // The flag goes first: who read zeros finds it set afterwards, see ThrowIfWipedMeanwhile.
        _isDisposed = true;
        Interlocked.MemoryBarrier();
        CryptographicOperations.ZeroMemory(_bytes);
    }

    /// <summary>The type's name, never the bytes.</summary>
    public override string ToString() => nameof(SecretBytes);

    /// <summary>
    /// Called after a computation over <see cref="Reveal"/>: when another thread wiped the bytes meanwhile, the result
    /// may have been computed under a key of zeros and must not be used.
    /// </summary>
    internal void ThrowIfWipedMeanwhile()
    {
        Interlocked.MemoryBarrier();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
    }

    /// <summary>Bytes to be filled in place by this library, so that no other copy exists.</summary>
    internal static SecretBytes Uninitialized(int length, out Span<byte> toFill)
    {
        SecretBytes secret = new(length);
        toFill = secret._bytes;
        return secret;
    }
}
