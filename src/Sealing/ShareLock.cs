using System.Security.Cryptography;
using NSec.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// What a key holder's numbered code becomes: a key by Argon2id (RFC 9106) with 256 MiB and 4 passes, about 0.9 s. Each
/// guess costs as much. Disposing wipes it. Bytes: <c>docs/formats/share.md</c>.
/// </summary>
public sealed class ShareLock : IDisposable
{
    internal const int SaltLength = 16;
    private const int MemoryKibibytes = 256 * 1024;
    private const int Passes = 4;
    private const uint Generation = 1;

    private ShareLock(SealingKey key, byte[] salt)
    {
        Key = key;
        Salt = salt;
    }

    internal SealingKey Key { get; }

    internal byte[] Salt { get; }

    /// <summary>Makes the lock of a code, with a salt of its own.</summary>
    /// <param name="code">What <see cref="NumberedCode"/> gave; stays the caller's.</param>
    public static ShareLock New(SecretBytes code) => Of(code, RandomNumberGenerator.GetBytes(SaltLength));

    /// <summary>Wipes the key.</summary>
    public void Dispose() => Key.Dispose();

    internal static ShareLock Of(SecretBytes code, byte[] salt)
    {
        ArgumentNullException.ThrowIfNull(code);
        Argon2Parameters argon2 = new()
        {
            DegreeOfParallelism = 1,
            MemorySize = MemoryKibibytes,
            NumberOfPasses = Passes,
        };
        byte[] key = PasswordBasedKeyDerivationAlgorithm.Argon2id(argon2)
            .DeriveBytes(code.Reveal(), salt, KeySize.Bytes);
        code.ThrowIfWipedMeanwhile();
        return new ShareLock(SealingKey.TakeFrom(key, Generation), salt);
    }
}
