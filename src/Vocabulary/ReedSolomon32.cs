namespace Strongroom.Vocabulary;

/// <summary>
/// Two check symbols over GF(32): Reed–Solomon RS(14,12), field polynomial x⁵+x²+1, α = 2, generator roots α and α².
/// Minimum distance 3: every error in one or two places and every swap of two characters is noticed.
/// </summary>
internal static class ReedSolomon32
{
    // g(x) = (x − α)(x − α²) = x² + (α + α²)x + α³; in characteristic 2, α + α² = 2 xor 4 = 6 and α³ = 8.
    private const int GeneratorMiddle = 6;
    private const int GeneratorLow = 8;

    /// <summary>The remainder of data(x)·x² by g(x), high coefficient first.</summary>
    public static (int High, int Low) Check(ReadOnlySpan<int> data)
    {
        int high = 0;
        int low = 0;
        foreach (int symbol in data)
        {
            int feedback = symbol ^ high;
            high = low ^ Multiply(feedback, GeneratorMiddle);
            low = Multiply(feedback, GeneratorLow);
        }

        return (high, low);
    }

    private static int Multiply(int left, int right)
    {
        int product = 0;
        for (int bit = 0; bit < 5; bit++)
        {
            product ^= (right >> bit & 1) * left << bit;
        }

        for (int degree = 8; degree >= 5; degree--)
        {
            // x⁵ = x² + 1, so a term of degree d folds into degrees d − 3 and d − 5.
            product ^= (product >> degree & 1) * (0b100101 << degree - 5);
        }

        return product;
    }
}
