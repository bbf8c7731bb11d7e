using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// What a key holder types: 20 digits that the machine drew (66 bits) and two check digits (ISO/IEC 7064, MOD 97-10),
/// which catch every wrong digit and every two that changed places. Bytes: <c>docs/formats/share.md</c>.
/// </summary>
public static class NumberedCode
{
    /// <summary>How many digits there are, the check digits included.</summary>
    public const int Length = 22;

    private const int CheckDigits = 2;
    private const int Modulus = 97;
    private const int GroupLength = 4;

    /// <summary>Draws a code: 22 ASCII digits, which the caller owns and wipes.</summary>
    public static SecretBytes Draw()
    {
        SecretBytes code = SecretBytes.Uninitialized(Length, out Span<byte> toFill);
        for (int i = 0; i < Length - CheckDigits; i++)
        {
            toFill[i] = (byte)('0' + RandomNumberGenerator.GetInt32(10));
        }

        int check = Modulus + 1 - Remainder(toFill[..^CheckDigits]) * 100 % Modulus;
        toFill[^2] = (byte)('0' + check / 10);
        toFill[^1] = (byte)('0' + check % 10);
        return code;
    }

    /// <summary>Reads what somebody typed; false for any slip.</summary>
    /// <param name="untrustedText">Digits; spaces and dashes are passed over.</param>
    /// <param name="code">22 ASCII digits, which the caller owns and wipes.</param>
    public static bool TryRead(ReadOnlySpan<char> untrustedText, [NotNullWhen(true)] out SecretBytes? code)
    {
        SecretBytes read = SecretBytes.Uninitialized(Length, out Span<byte> toFill);
        int count = 0;
        bool fits = true;
        foreach (char character in untrustedText)
        {
            if (char.IsAsciiDigit(character) && count < Length)
            {
                toFill[count++] = (byte)character;
            }
            else
            {
                fits &= character is ' ' or '-';
            }
        }

        bool isCode = fits && count == Length && Remainder(toFill) == 1;
        code = isCode ? read : null;
        if (!isCode)
        {
            read.Dispose();
        }

        return isCode;
    }

    /// <summary>The code in groups of four, as it is shown to its holder and to nobody else.</summary>
    public static string Show(SecretBytes code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return string.Create((Length + GroupLength - 1) / GroupLength - 1 + Length, code, static (text, digits) =>
        {
            int at = 0;
            for (int i = 0; i < Length; i++)
            {
                if (i > 0 && i % GroupLength == 0)
                {
                    text[at++] = ' ';
                }

                text[at++] = (char)digits.Reveal()[i];
            }
        });
    }

    // Of the number that the digits are, modulo 97.
    private static int Remainder(ReadOnlySpan<byte> digits)
    {
        int remainder = 0;
        foreach (byte digit in digits)
        {
            remainder = (remainder * 10 + digit - '0') % Modulus;
        }

        return remainder;
    }
}
