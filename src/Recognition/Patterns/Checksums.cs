namespace Strongroom.Recognition.Patterns;

/// <summary>Check digits, computed on the stack.</summary>
public static class Checksums
{
    /// <summary>Luhn's formula (ISO/IEC 7812-1, annex B).</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        bool doubled = false;
        for (int i = digits.Length - 1; i >= 0; i--)
        {
            int digit = digits[i] - '0';
            int weighed = doubled ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
            doubled = !doubled;
        }

        return sum % 10 == 0;
    }

    /// <summary>The routing number's check: weights 3, 7, 1 over nine digits.</summary>
    public static bool Routing(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int i = 0; i < 9; i += 3)
        {
            sum += (3 * (digits[i] - '0')) + (7 * (digits[i + 1] - '0')) + digits[i + 2] - '0';
        }

        return sum % 10 == 0;
    }

    /// <summary>ISO 7064 MOD 97-10 over letters and digits, the first four moved to the end, as in an IBAN.</summary>
    public static bool Mod97(ReadOnlySpan<char> upperCase)
    {
        int remainder = 0;
        for (int i = 0; i < upperCase.Length; i++)
        {
            char character = upperCase[(i + 4) % upperCase.Length];
            remainder = char.IsAsciiDigit(character)
                ? ((remainder * 10) + character - '0') % 97
                : ((remainder * 100) + character - 'A' + 10) % 97;
        }

        return remainder == 1;
    }
}
