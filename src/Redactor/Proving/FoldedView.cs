using System.Text;
using Strongroom.Recognition.Reading;

namespace Strongroom.Redactor.Proving;

/// <summary>
/// One reading of the written bytes, folded: letters and digits with nothing between, each with its place, and marks
/// where a word or number begins and ends. NUL bytes between letters do not part them, so UTF-16 reads like the rest.
/// </summary>
internal sealed class FoldedView
{
    private char[] _folded = [];
    private int[] _places = [];
    private bool[] _begins = [];

    public string Source { get; private set; } = string.Empty;

    public int Length { get; private set; }

    public ReadOnlySpan<char> Folded => _folded.AsSpan(0, Length);

    /// <summary>Reads a text; the room of the one before is used again.</summary>
    public void Read(string text)
    {
        Source = text;
        Length = 0;
        Reserve((text.Length * 2) + ComparableText.MaxFolded);
        Span<char> folded = stackalloc char[ComparableText.MaxFolded];
        bool isParted = true;
        bool wasDigit = false;
        for (int i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out int width);
            int count = ComparableText.Fold(rune, folded);
            for (int k = 0; k < count && Length < _folded.Length; k++)
            {
                bool isDigit = char.IsAsciiDigit(folded[k]);
                _begins[Length] = isParted || isDigit != wasDigit;
                _folded[Length] = folded[k];
                _places[Length++] = i;
                (isParted, wasDigit) = (false, isDigit);
            }

            isParted |= count == 0 && Parts(rune);
            i += width;
        }
    }

    /// <summary>Whether a word or number begins at a folded place.</summary>
    public bool BeginsAt(int index) => _begins[index];

    /// <summary>Whether a word or number ends before a folded place.</summary>
    public bool EndsAt(int index) => index >= Length || _begins[index];

    /// <summary>The place in the source.</summary>
    public int PlaceOf(int index) => _places[index];

    /// <summary>Whether only separators of numbers stand before a digit and the one before it.</summary>
    public bool IsJoinedDigit(int index)
    {
        if (index == 0 || !char.IsAsciiDigit(_folded[index - 1]))
        {
            return false;
        }

        ReadOnlySpan<char> between = Source.AsSpan(_places[index - 1] + 1, _places[index] - _places[index - 1] - 1);
        return between.Length <= 4 && !between.ContainsAny(",;|\t");
    }

    private static bool Parts(Rune rune) => rune.Value != 0
        && Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark);

    private void Reserve(int length)
    {
        if (_folded.Length < length)
        {
            _folded = new char[length];
            _places = new int[length];
            _begins = new bool[length];
        }
    }
}
