using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// Passwords for log-in: Argon2id (RFC 9106) with 64 MiB and 3 passes over a keyed hash of the password, in the usual
/// text form
/// <c>$argon2id$v=19$m=65536,t=3,p=1$salt$hash</c>. About 80 ms and 64 MiB each. Bytes:
/// <c>docs/formats/password.md</c>.
/// </summary>
public static class PasswordHash
{
    /// <summary>The longest password in UTF-16 units.</summary>
    public const int LengthLimit = 1024;

    private const string PepperLabel = "password";

    // Canonical composition makes no text more than three times as long, and a UTF-16 unit has at most three bytes.
    private const int GrowthLimit = 3;

    // Replacing a lone surrogate would make different passwords equal.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Hashes a new password.</summary>
    /// <param name="password">1 to 1024 UTF-16 units; the caller wipes it.</param>
    /// <param name="pepper">The installation's secret; the hash is worthless without it.</param>
    /// <returns>The text to store, ASCII.</returns>
    /// <exception cref="ArgumentException">The password is empty, too long, or no Unicode text.</exception>
    public static string Hash(ReadOnlySpan<char> password, KeyedHash pepper)
    {
        ArgumentNullException.ThrowIfNull(pepper);
        if (!TryPepper(password, pepper, out SecretBytes? peppered))
        {
            throw new ArgumentException($"a password is Unicode text of 1 to {LengthLimit} units", nameof(password));
        }

        using (peppered)
        {
            Span<byte> salt = stackalloc byte[PasswordHashText.SaltLength];
            RandomNumberGenerator.Fill(salt);
            return Compute(peppered, PasswordHashText.Current(salt)).ToString();
        }
    }

    /// <summary>Checks a password; takes as long whether it matches or not.</summary>
    /// <param name="password">As it was typed.</param>
    /// <param name="stored">What <see cref="Hash"/> returned; anything malformed never matches.</param>
    /// <param name="pepper">The installation's secret.</param>
    /// <param name="outdated">True when it matches but was made with other parameters than today's: hash it
    /// anew.</param>
    public static bool Matches(ReadOnlySpan<char> password, string stored, KeyedHash pepper, out bool outdated)
    {
        ArgumentNullException.ThrowIfNull(pepper);
        outdated = false;
        if (!PasswordHashText.TryParse(stored, out PasswordHashText? expected)
            || !TryPepper(password, pepper, out SecretBytes? peppered))
        {
            return false;
        }

        using (peppered)
        {
            bool isMatch = CryptographicOperations.FixedTimeEquals(Compute(peppered, expected).Hash, expected.Hash);
            outdated = isMatch && !expected.IsCurrent;
            return isMatch;
        }
    }

    /// <summary>Argon2id with the parameters and the salt of a stored text.</summary>
    internal static PasswordHashText Compute(SecretBytes peppered, PasswordHashText parameters)
    {
        Argon2Parameters argon2 = new()
        {
            DegreeOfParallelism = 1,
            MemorySize = parameters.MemoryKibibytes,
            NumberOfPasses = parameters.Passes,
        };
        byte[] hash = PasswordBasedKeyDerivationAlgorithm.Argon2id(argon2)
            .DeriveBytes(peppered.Reveal(), parameters.Salt, PasswordHashText.HashLength);
        return parameters with { Hash = hash };
    }

    private static bool TryPepper(
        ReadOnlySpan<char> password, KeyedHash pepper, [NotNullWhen(true)] out SecretBytes? peppered)
    {
        peppered = null;
        if (password.IsEmpty || password.Length > LengthLimit)
        {
            return false;
        }

        char[] normal = GC.AllocateUninitializedArray<char>(password.Length * GrowthLimit, pinned: true);
        byte[] bytes = GC.AllocateUninitializedArray<byte>(normal.Length * GrowthLimit, pinned: true);
        try
        {
            int byteCount = 0;
            bool isText = password.TryNormalize(normal, out int length, NormalizationForm.FormC)
                && Utf8.TryGetBytes(normal.AsSpan(0, length), bytes, out byteCount);
            peppered = isText ? SecretBytes.TakeFrom(pepper.Hash(PepperLabel, bytes.AsSpan(0, byteCount))) : null;
            return isText;
        }
        catch (ArgumentException)
        {
            // A lone surrogate: no text that anyone can type.
            return false;
        }
        finally
        {
            normal.AsSpan().Clear();
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
