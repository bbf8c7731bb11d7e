using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Sealing;

/// <summary>
/// What a PostgreSQL server keeps of a role's password, SCRAM-SHA-256 (RFC 5802, RFC 7677): from it the password cannot
/// be had back. Made here, so that the password itself never travels in a statement, where the server may log it.
/// </summary>
public static class ScramVerifier
{
    private const int Iterations = 4096;
    private const int SaltLength = 16;

    /// <summary>The verifier as PostgreSQL writes it, with a new salt.</summary>
    /// <param name="password">Printable ASCII, so that nothing has to be normalised (RFC 4013).</param>
    /// <exception cref="ArgumentException">It holds other characters.</exception>
    public static string Of(SecretBytes password) => Of(password, RandomNumberGenerator.GetBytes(SaltLength), Iterations);

    internal static string Of(SecretBytes password, ReadOnlySpan<byte> salt, int iterations)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Reveal().ContainsAnyExceptInRange((byte)0x21, (byte)0x7e))
        {
            throw new ArgumentException("a password of a role is printable ASCII", nameof(password));
        }

        Span<byte> salted = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> client = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> stored = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> server = stackalloc byte[HMACSHA256.HashSizeInBytes];
        try
        {
            Rfc2898DeriveBytes.Pbkdf2(password.Reveal(), salt, salted, iterations, HashAlgorithmName.SHA256);
            HMACSHA256.HashData(salted, "Client Key"u8, client);
            SHA256.HashData(client, stored);
            HMACSHA256.HashData(salted, "Server Key"u8, server);
            return new StringBuilder("SCRAM-SHA-256$").Append(iterations).Append(':').Append(Convert.ToBase64String(salt))
                .Append('$').Append(Convert.ToBase64String(stored)).Append(':').Append(Convert.ToBase64String(server))
                .ToString();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(salted);
            CryptographicOperations.ZeroMemory(client);
        }
    }
}
