using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>
/// Another name of one customer, for one recipient and one purpose: <c>R-XXXX-XXXX-XXXX-CC</c>, 12 random characters (60
/// bits) and two check characters. Drawn at random, never from data, from a key or from another code; no recipient code
/// is ever a customer code, nor the reverse. Bytes: <c>docs/formats/recipient-code.md</c>.
/// </summary>
[JsonConverter(typeof(IdJsonConverter<RecipientCode>))]
public sealed record RecipientCode : IParsable<RecipientCode>
{
    /// <summary>The length of the text form, prefix and dashes included.</summary>
    public const int TextLength = CustomerCode.TextLength + 2;

    private const int DataLength = 12;
    private const int SymbolCount = 14;

    // What is added to the check symbols of a customer code. Its syndrome at α is 0 and at α² is not, which no single
    // wrong character and no swap of two amounts to: neither makes a customer code of a recipient code.
    private const int HighShift = 1;
    private const int LowShift = 2;
    private readonly string _text;

    private RecipientCode(ReadOnlySpan<int> symbols) => _text = "R-" + CustomerCode.Format(symbols);

    /// <summary>Draws a new code. Whoever stores it keeps codes unique for their recipient.</summary>
    public static RecipientCode New()
    {
        Span<byte> random = stackalloc byte[DataLength];
        RandomNumberGenerator.Fill(random);
        Span<int> symbols = stackalloc int[SymbolCount];
        for (int i = 0; i < DataLength; i++)
        {
            symbols[i] = random[i] & 31;
        }

        (symbols[DataLength], symbols[DataLength + 1]) = Check(symbols[..DataLength]);
        return new RecipientCode(symbols);
    }

    /// <summary>Reads a code as people type it.</summary>
    /// <exception cref="FormatException">It is not a code; the message does not repeat it.</exception>
    public static RecipientCode Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static RecipientCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out RecipientCode? code)
        ? code
        : throw new FormatException("this is not a recipient code: look for a slip in typing");

    /// <summary>
    /// Reads a code as people type it: either case, O for 0, I and L for 1, with or without dashes and spaces; the R at
    /// its beginning belongs to it.
    /// </summary>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out RecipientCode? result)
    {
        result = null;
        ReadOnlySpan<char> text = s.AsSpan().TrimStart("- ");
        Span<int> symbols = stackalloc int[SymbolCount];
        if (text.Length == 0 || text[0] is not ('R' or 'r') || !CustomerCode.TryReadSymbols(text[1..], symbols)
            || Check(symbols[..DataLength]) != (symbols[12], symbols[13]))
        {
            return false;
        }

        result = new RecipientCode(symbols);
        return true;
    }

    /// <summary>The text form <c>R-XXXX-XXXX-XXXX-CC</c>.</summary>
    public override string ToString() => _text;

    private static (int High, int Low) Check(ReadOnlySpan<int> data)
    {
        (int high, int low) = ReedSolomon32.Check(data);
        return (high ^ HighShift, low ^ LowShift);
    }
}
