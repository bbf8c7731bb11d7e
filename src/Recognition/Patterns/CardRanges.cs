namespace Strongroom.Recognition.Patterns;

/// <summary>The ranges of card numbers in use, by their first digits, and the lengths issued in each.</summary>
internal static class CardRanges
{
    // First six digits from and to, shortest and longest number.
    private static readonly (int From, int To, int Shortest, int Longest)[] Ranges =
    [
        (100_000, 199_999, 15, 15), // UATP
        (180_000, 180_099, 15, 15), // JCB
        (194_600, 194_699, 16, 16), // GPN
        (213_100, 213_199, 15, 15), // JCB
        (220_000, 220_599, 16, 19), // Mir, BORICA
        (222_100, 272_099, 16, 16), // Mastercard
        (300_000, 305_999, 14, 19), // Diners Club
        (308_800, 309_499, 16, 19), // JCB
        (309_500, 309_599, 14, 19), // Diners Club
        (309_600, 310_299, 16, 19), // JCB
        (311_200, 312_099, 16, 19), // JCB
        (315_800, 315_999, 16, 19), // JCB
        (333_700, 334_999, 16, 19), // JCB
        (340_000, 349_999, 15, 15), // American Express
        (352_800, 358_999, 16, 19), // JCB, RuPay, LankaPay
        (360_000, 369_999, 14, 19), // Diners Club
        (370_000, 379_999, 15, 15), // American Express
        (380_000, 399_999, 14, 19), // Diners Club
        (400_000, 499_999, 16, 16), // Visa and national schemes on its ranges
        (400_000, 499_999, 13, 13), // Visa
        (400_000, 499_999, 18, 19), // Visa, Switch
        (500_000, 509_999, 12, 19), // Maestro, Verve, Elo, RuPay
        (510_000, 559_999, 16, 16), // Mastercard
        (560_000, 589_999, 12, 19), // Maestro, Bankcard, Uzbekistan
        (600_000, 699_999, 12, 19), // Discover, UnionPay, Maestro, RuPay, InterPayment, Troy
        (810_000, 829_999, 16, 19), // UnionPay, RuPay
        (860_000, 860_099, 16, 16), // Uzcard
        (979_200, 979_299, 16, 16), // Troy
        (986_000, 986_099, 16, 16), // Humo
    ];

    /// <summary>Whether numbers of this length are issued in the range that the digits begin with.</summary>
    public static bool Issues(ReadOnlySpan<char> digits)
    {
        int prefix = 0;
        for (int i = 0; i < 6; i++)
        {
            prefix = (prefix * 10) + (digits[i] - '0');
        }

        foreach ((int from, int to, int shortest, int longest) in Ranges)
        {
            if (prefix >= from && prefix <= to && digits.Length >= shortest && digits.Length <= longest)
            {
                return true;
            }
        }

        return false;
    }
}
