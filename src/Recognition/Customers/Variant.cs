using System.Runtime.InteropServices;

namespace Strongroom.Recognition.Customers;

/// <summary>One form of a customer's name or identifier.</summary>
/// <param name="Sort">
/// What it is compared with: <see cref="Words"/>, <see cref="Digits"/> or <see cref="Whole"/>.
/// </param>
/// <param name="Text">Folded, without anything between its parts.</param>
/// <param name="Strength">How much it says.</param>
/// <param name="WordCount">How many words it was made of.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Variant(char Sort, string Text, VariantStrength Strength, int WordCount)
{
    /// <summary>Windows of words.</summary>
    public const char Words = 'w';

    /// <summary>Groups of digits.</summary>
    public const char Digits = 'd';

    /// <summary>Whole values that a pattern finds: e-mail addresses and IBANs, in lower case without blanks.</summary>
    public const char Whole = 'v';
}
