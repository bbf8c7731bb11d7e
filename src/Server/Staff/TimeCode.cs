using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Strongroom.Server.Staff;

/// <summary>
/// Time-based one-time codes of RFC 6238: six digits, 30 seconds, one step of leeway to each side. Pure.
/// </summary>
internal static class TimeCode
{
    /// <summary>The secret's length: 160 bits, as RFC 4226 recommends.</summary>
    public const int SecretBytes = 20;

    public const int StepSeconds = 30;
    private const int Digits = 6;
    private const int Modulus = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The number of the step that an instant lies in.</summary>
    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step whose code this is, or null. All three steps are always computed.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string untrustedCode, DateTimeOffset now)
    {
        long here = StepAt(now);
        Span<byte> code = stackalloc byte[Digits];
        bool isCode = untrustedCode.Length == Digits && System.Text.Encoding.UTF8.TryGetBytes(
            untrustedCode, code, out int written)
            && written == Digits;
        long? matched = null;
        for (long step = here - 1; step <= here + 1; step++)
        {
            byte[] expected = System.Text.Encoding.ASCII.GetBytes(At(secret, step));
            if (CryptographicOperations.FixedTimeEquals(expected, code) && isCode)
            {
                matched = step;
            }
        }

        return matched;
    }

    /// <summary>The code of one step.</summary>
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 with SHA-1 is what authenticator apps understand; HMAC does not need collision resistance.
        byte[] mac = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        int offset = mac[^1] & 0x0f;
        int number = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(offset, sizeof(int))) & 0x7fffffff;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The secret as people type it into an authenticator: base 32 without padding.</summary>
    public static string Write(ReadOnlySpan<byte> secret)
    {
        var text = new System.Text.StringBuilder();
        int held = 0;
        int bits = 0;
        foreach (byte next in secret)
        {
            held = (held << 8 | next) & 0xffff;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Base32[held >> (bits - 5) & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Base32[held << (5 - bits) & 31]).ToString();
    }

    /// <summary>The address that authenticator apps read from a QR picture.</summary>
    public static string Uri(ReadOnlySpan<byte> secret, string email) =>
        $"otpauth://totp/Strongroom:{System.Uri.EscapeDataString(email)}?secret={Write(secret)}&issuer=Strongroom&algorithm=SHA1&digits=6&period=30";
}
