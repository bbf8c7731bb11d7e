namespace Strongroom.Sealing;

/// <summary>
/// Arithmetic in GF(2⁸) with the polynomial x⁸ + x⁴ + x³ + x + 1 (FIPS 197, 4). No table, no branch and no memory access
/// depends on a value, so that time and cache say nothing of a secret.
/// </summary>
internal static class Gf256
{
    private const int Reduction = 0x1b;

    public static byte Add(byte left, byte right) => (byte)(left ^ right);

    public static byte Multiply(byte left, byte right)
    {
        int factor = left;
        int product = 0;
        for (int bit = 0; bit < 8; bit++)
        {
            // All ones where the bit is set, all zeros where it is not.
            product ^= factor & -((right >> bit) & 1);
            factor = ((factor << 1) ^ (Reduction & -((factor >> 7) & 1))) & 0xff;
        }

        return (byte)product;
    }

    /// <summary>The inverse, as the 254th power; that of zero is zero.</summary>
    public static byte Invert(byte value)
    {
        // 254 = 11111110 in binary: every square from the second to the eighth.
        byte square = value;
        byte power = 1;
        for (int bit = 1; bit < 8; bit++)
        {
            square = Multiply(square, square);
            power = Multiply(power, square);
        }

        return power;
    }
}
