using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// Shamir's scheme over GF(2⁸), byte by byte (A. Shamir, "How to share a secret", 1979): any K of N points give the
/// secret back, and K − 1 leave every value equally likely. All coefficients are uniform, the highest included, and the
/// points are random, distinct and not zero.
/// </summary>
internal static class SecretSharing
{
    /// <summary>How many points there can be at most: every x but zero.</summary>
    public const int MostParts = 255;

    /// <summary>Draws points of a secret.</summary>
    /// <param name="secret">Any number of bytes.</param>
    /// <param name="needed">K, 2 or more.</param>
    /// <param name="parts">N, at least K, at most 255.</param>
    /// <returns>N points; each y is as long as the secret and owned by the caller.</returns>
    public static (byte X, SecretBytes Y)[] Split(SecretBytes secret, int needed, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(needed, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, needed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts, MostParts);
        Span<byte> every = stackalloc byte[MostParts];
        for (int i = 0; i < MostParts; i++)
        {
            every[i] = (byte)(i + 1);
        }

        RandomNumberGenerator.Shuffle(every);
        using SecretBytes coefficients = SecretBytes.Random((needed - 1) * secret.Length);
        var points = new (byte X, SecretBytes Y)[parts];
        for (int part = 0; part < parts; part++)
        {
            SecretBytes y = SecretBytes.Uninitialized(secret.Length, out Span<byte> toFill);
            Evaluate(secret.Reveal(), coefficients.Reveal(), every[part], toFill);
            points[part] = (every[part], y);
        }

        secret.ThrowIfWipedMeanwhile();
        return points;
    }

    /// <summary>The value at zero of the polynomial through the points.</summary>
    /// <param name="points">K or more, with distinct x; fewer give something unrelated.</param>
    public static SecretBytes Combine(IReadOnlyList<(byte X, SecretBytes Y)> points)
    {
        SecretBytes secret = SecretBytes.Uninitialized(points[0].Y.Length, out Span<byte> toFill);
        toFill.Clear();
        foreach ((byte x, SecretBytes y) in points)
        {
            byte weight = WeightAtZero(x, points);
            ReadOnlySpan<byte> bytes = y.Reveal();
            for (int i = 0; i < toFill.Length; i++)
            {
                toFill[i] = Gf256.Add(toFill[i], Gf256.Multiply(weight, bytes[i]));
            }

            y.ThrowIfWipedMeanwhile();
        }

        return secret;
    }

    // Horner: the highest coefficient first, the secret itself last.
    private static void Evaluate(
        ReadOnlySpan<byte> secret, ReadOnlySpan<byte> coefficients, byte x, Span<byte> toFill)
    {
        toFill.Clear();
        for (int at = coefficients.Length - secret.Length; at >= 0; at -= secret.Length)
        {
            for (int i = 0; i < toFill.Length; i++)
            {
                toFill[i] = Gf256.Multiply(Gf256.Add(toFill[i], coefficients[at + i]), x);
            }
        }

        for (int i = 0; i < toFill.Length; i++)
        {
            toFill[i] = Gf256.Add(toFill[i], secret[i]);
        }
    }

    // Lagrange: the product of other / (other − x); subtraction is addition here.
    private static byte WeightAtZero(byte x, IReadOnlyList<(byte X, SecretBytes Y)> points)
    {
        byte weight = 1;
        foreach ((byte other, SecretBytes _) in points)
        {
            if (other != x)
            {
                weight = Gf256.Multiply(weight, Gf256.Multiply(other, Gf256.Invert(Gf256.Add(other, x))));
            }
        }

        return weight;
    }
}
