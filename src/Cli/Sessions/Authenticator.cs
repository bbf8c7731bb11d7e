using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Strongroom.Cli.Sessions;

/// <summary>Plays the app on a person's phone (RFC 6238: SHA-1, six digits, 30 seconds). Pure.</summary>
internal static class Authenticator
{
    private const int StepSeconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of the step before this one: still good, and it leaves the one that a phone shows now
    /// unused.</summary>
    public static string CodeBefore(string secret, DateTimeOffset now) =>
        At(Read(secret), (now.ToUnixTimeSeconds() / StepSeconds) - 1);

    /// <summary>The code of one step.</summary>
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // Authenticators speak RFC 6238 with SHA-1; HMAC needs no collision resistance.
        byte[] mac = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        int number = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 0x0f, sizeof(int))) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a secret as it is typed: base 32 without padding.</summary>
    public static byte[] Read(string secret)
    {
        byte[] bytes = new byte[secret.Length * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        foreach (char letter in secret)
        {
            held = ((held << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)((held >> bits) & 0xff);
            }
        }

        return bytes;
    }
}
