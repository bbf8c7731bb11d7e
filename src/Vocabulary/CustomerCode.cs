using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>
/// The name that a business uses for a customer: <c>XXXX-XXXX-XXXX-CC</c>, 12 random characters (60 bits) of
/// Crockford's base 32 and two check characters. Drawn at random, never from data, never in sequence. Bytes:
/// <c>docs/formats/customer-code.md</c>.
/// </summary>
[JsonConverter(typeof(IdJsonConverter<CustomerCode>))]
public sealed record CustomerCode : IParsable<CustomerCode>
{
    /// <summary>The length of the text form, dashes included.</summary>
    public const int TextLength = 17;

    private const int DataLength = 12;
    private const int SymbolCount = 14;
    private readonly string _text;

    private CustomerCode(string text) => _text = text;

    /// <summary>Draws a new code. Whoever stores it keeps codes unique over the installation.</summary>
    public static CustomerCode New()
    {
        Span<byte> random = stackalloc byte[DataLength];
        RandomNumberGenerator.Fill(random);
        return FromRandom(random);
    }

    /// <summary>The code that random bytes amount to: the same bytes give the same code.</summary>
    /// <param name="random">Bytes that nobody can foresee; the first 12 count, 5 bits of each.</param>
    /// <exception cref="ArgumentException">There are fewer than 12.</exception>
    public static CustomerCode FromRandom(ReadOnlySpan<byte> random)
    {
        if (random.Length < DataLength)
        {
            throw new ArgumentException($"a code takes {DataLength} random bytes", nameof(random));
        }

        Span<int> symbols = stackalloc int[SymbolCount];
        for (int i = 0; i < DataLength; i++)
        {
            symbols[i] = random[i] & 31;
        }

        (symbols[DataLength], symbols[DataLength + 1]) = ReedSolomon32.Check(symbols[..DataLength]);
        return new CustomerCode(Format(symbols));
    }

    /// <summary>Reads a code as people type it.</summary>
    /// <exception cref="FormatException">It is not a code; the message does not repeat it.</exception>
    public static CustomerCode Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static CustomerCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out CustomerCode? code)
        ? code
        : throw new FormatException("this is not a customer code: look for a slip in typing");

    /// <summary>
    /// Reads a code as people type it: either case, O for 0, I and L for 1, with or without dashes and spaces.
    /// </summary>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out CustomerCode? result)
    {
        result = null;
        Span<int> symbols = stackalloc int[SymbolCount];
        if (!TryReadSymbols(s, symbols) || ReedSolomon32.Check(symbols[..DataLength]) != (symbols[12], symbols[13]))
        {
            return false;
        }

        result = new CustomerCode(Format(symbols));
        return true;
    }

    /// <summary>The text form <c>XXXX-XXXX-XXXX-CC</c>.</summary>
    public override string ToString() => _text;

    /// <summary>Reads 14 characters of the alphabet as people type them; what they mean is not looked at.</summary>
    internal static bool TryReadSymbols(ReadOnlySpan<char> untrustedText, Span<int> symbols)
    {
        int count = 0;
        foreach (char character in untrustedText)
        {
            if (character is '-' or ' ')
            {
                continue;
            }

            int value = CodeAlphabet.ValueOf(character);
            if (value < 0 || count == SymbolCount)
            {
                return false;
            }

            symbols[count++] = value;
        }

        return count == SymbolCount;
    }

    /// <summary>Writes 14 symbols in groups: <c>XXXX-XXXX-XXXX-CC</c>.</summary>
    internal static string Format(ReadOnlySpan<int> symbols)
    {
        Span<char> text = stackalloc char[TextLength];
        for (int i = 0, at = 0; i < SymbolCount; i++)
        {
            if (i is 4 or 8 or 12)
            {
                text[at++] = '-';
            }

            text[at++] = CodeAlphabet.Characters[symbols[i]];
        }

        return new string(text);
    }
}
