using Strongroom.Recognition.Reading;

namespace Strongroom.Redactor.Proving;

/// <summary>A removed value as the search compares it.</summary>
internal sealed class RemovedText
{
    /// <summary>
    /// Longer values are searched for by their first characters: what survives whole has its beginning.
    /// </summary>
    private const int LongestSearched = 64;

    /// <summary>From this many digits on, a number counts inside a longer one too.</summary>
    private const int LongNumber = 9;

    public RemovedText(string text)
    {
        Text = text;
        string folded = ComparableText.Fold(text);
        IsTruncated = folded.Length > LongestSearched;
        Folded = IsTruncated ? folded[..LongestSearched] : folded;
        IsWord = text.All(char.IsLetter);
        IsLongNumber = Folded.Length >= LongNumber && Folded.All(char.IsAsciiDigit);
    }

    public string Text { get; }

    public string Folded { get; }

    public bool IsTruncated { get; }

    /// <summary>
    /// One word of letters: it counts capitalised or exactly as it stood; "Will" is a name, "will" is not.
    /// </summary>
    public bool IsWord { get; }

    public bool IsLongNumber { get; }

    /// <summary>Whether what stands in a text is this value, by its case.</summary>
    public bool Agrees(ReadOnlySpan<char> standing) =>
        !IsWord || !char.IsLower(standing[0]) || standing.SequenceEqual(Text);
}
