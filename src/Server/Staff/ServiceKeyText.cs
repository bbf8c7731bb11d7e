using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Server.Staff;

/// <summary>
/// The text of a service account's key: <c>sr_sk_</c>, 256 random bits in 43 characters of base 62, and 6 characters
/// of checksum,
/// so that scanners for leaked secrets find it and a slip of the pen is noticed before the database is asked. Pure
/// but for the draw.
/// </summary>
internal static class ServiceKeyText
{
    public const string Prefix = "sr_sk_";
    private const int SecretBytes = 32;
    private const int SecretCharacters = 43;
    private const int CheckCharacters = 6;
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Draws a key.</summary>
    public static string New()
    {
        var number = new BigInteger(RandomNumberGenerator.GetBytes(SecretBytes), isUnsigned: true);
        string body = Write(number, SecretCharacters);
        return Prefix + body + Check(body);
    }

    /// <summary>Whether a text has the form of a key and its checksum fits.</summary>
    public static bool IsWellFormed(string untrustedText)
    {
        if (untrustedText.Length != Prefix.Length + SecretCharacters + CheckCharacters
            || !untrustedText.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        string body = untrustedText.Substring(Prefix.Length, SecretCharacters);
        return string.Equals(Check(body), untrustedText[^CheckCharacters..], StringComparison.Ordinal);
    }

    private static string Check(string body)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(Prefix + body));
        return Write(BinaryPrimitives.ReadUInt32BigEndian(hash), CheckCharacters);
    }

    private static string Write(BigInteger number, int length)
    {
        Span<char> text = stackalloc char[length];
        for (int i = length - 1; i >= 0; i--)
        {
            number = BigInteger.DivRem(number, Alphabet.Length, out BigInteger digit);
            text[i] = Alphabet[(int)digit];
        }

        return new string(text);
    }
}
