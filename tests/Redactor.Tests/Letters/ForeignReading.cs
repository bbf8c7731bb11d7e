using System.Text;
using System.Text.RegularExpressions;

namespace Strongroom.Redactor.Tests.Letters;

/// <summary>What one program reads in a file.</summary>
/// <param name="Reader">The program.</param>
/// <param name="Text">What it reads.</param>
/// <param name="HasNoise">Whether pixels are read as letters, so that a short word may be met by chance.</param>
internal sealed record ForeignReading(string Reader, string Text, bool HasNoise = false)
{
    private const int Long = 6;
    private readonly string _squeezed = Squeeze(Text);

    /// <summary>Whether it holds a value: a long one whatever stands between its letters, a short one as a word.</summary>
    public bool Holds(string value)
    {
        string squeezed = Squeeze(value);
        return squeezed.Length >= Long
            ? _squeezed.Contains(squeezed, StringComparison.Ordinal)
            : !HasNoise && Regex.IsMatch(Text, $@"\b{Regex.Escape(value)}\b", RegexOptions.CultureInvariant);
    }

    private static string Squeeze(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
