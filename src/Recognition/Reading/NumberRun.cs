using System.Buffers;

namespace Strongroom.Recognition.Reading;

/// <summary>
/// Groups of digits with nothing but separators between them: <c>4111 1111-1111 1111</c>. Read once, used again for the
/// next run, so that a text without findings costs no memory.
/// </summary>
internal sealed class NumberRun
{
    /// <summary>At most this many separators in a row hold a run together.</summary>
    private const int MaxGap = 4;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("abcdefABCDEF");

    private readonly List<DigitGroup> _groups = [];

    public string Text { get; private set; } = string.Empty;

    public IReadOnlyList<DigitGroup> Groups => _groups;

    public int Count => _groups.Count;

    public int End => _groups[^1].End;

    public DigitGroup this[int group] => _groups[group];

    /// <summary>Reads the run that begins at a digit.</summary>
    public void Read(string text, int start)
    {
        Text = text;
        _groups.Clear();
        Gap gap = Gap.None;
        for (int at = start; at < text.Length;)
        {
            int end = at + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            _groups.Add(new DigitGroup(at, end, gap));
            at = NextGroup(text, end, out gap);
            if (at < 0)
            {
                return;
            }
        }
    }

    /// <summary>Copies the digits of some groups.</summary>
    /// <returns>How many, or -1 where there is no room for all.</returns>
    public int CopyDigits(int first, int count, Span<char> digits)
    {
        int length = 0;
        for (int i = first; i < first + count; i++)
        {
            ReadOnlySpan<char> group = Text.AsSpan(_groups[i].Start, _groups[i].Length);
            if (!group.TryCopyTo(digits[length..]))
            {
                return -1;
            }

            length += group.Length;
        }

        return length;
    }

    /// <summary>
    /// Whether a group starts where a number can: not in the middle of a word or of a decimal fraction.
    /// </summary>
    public bool BeginsNumber(int group)
    {
        int start = _groups[group].Start;
        return start == 0 || !IsWordPart(Text[start - 1]) || EndsPlainWord(start);
    }

    /// <summary>Whether a group ends where a number can.</summary>
    public bool EndsNumber(int group)
    {
        int end = _groups[group].End;
        return end == Text.Length || !IsWordPart(Text[end]) || BeginsPlainWord(end);
    }

    /// <summary>Whether the groups from one on have these lengths.</summary>
    public bool HasShape(int first, params ReadOnlySpan<int> lengths)
    {
        if (first + lengths.Length > Count)
        {
            return false;
        }

        for (int i = 0; i < lengths.Length; i++)
        {
            if (_groups[first + i].Length != lengths[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a group is joined to the one before by a dash, dot or slash: part of a longer number.</summary>
    public bool IsTightlyBound(int group) =>
        group < Count && _groups[group].Gap is Gap.Dash or Gap.Dot or Gap.Slash;

    private static bool IsWordPart(char character) => char.IsLetter(character) || character is '_';

    private bool EndsPlainWord(int place)
    {
        int start = place;
        while (start > 0 && place - start < 16 && char.IsAsciiLetter(Text[start - 1]))
        {
            start--;
        }

        bool isMixed = start > 0 && char.IsLetterOrDigit(Text[start - 1]);
        return !isMixed && IsPlainWord(Text.AsSpan(start, place - start));
    }

    private bool BeginsPlainWord(int place)
    {
        int end = place;
        while (end < Text.Length && end - place < 16 && char.IsAsciiLetter(Text[end]))
        {
            end++;
        }

        bool isMixed = end < Text.Length && char.IsLetterOrDigit(Text[end]);
        return !isMixed && IsPlainWord(Text.AsSpan(place, end - place));
    }

    /// <summary>A word that is no part of a hexadecimal number or code: two letters, one of them past F.</summary>
    private static bool IsPlainWord(ReadOnlySpan<char> word) =>
        word.Length >= 2 && word.ContainsAnyExcept(Hexadecimal);

    private static int NextGroup(string text, int end, out Gap gap)
    {
        gap = Gap.None;
        for (int at = end; at < text.Length && at - end <= MaxGap; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                return at;
            }

            Gap kind = GapOf(text[at]);
            if (kind == Gap.None)
            {
                return -1;
            }

            gap = Join(gap, kind);
        }

        return -1;
    }

    private static Gap Join(Gap gap, Gap kind) => (gap, kind) switch
    {
        (Gap.None, _) => kind,
        (_, Gap.Space) => gap,
        (Gap.Space, _) => kind,
        _ when gap == kind => gap,
        _ => Gap.Mixed,
    };

    private static Gap GapOf(char character) => character switch
    {
        ' ' => Gap.Space,
        '-' => Gap.Dash,
        '.' => Gap.Dot,
        '/' => Gap.Slash,
        '\r' or '\n' => Gap.Line,
        '(' or ')' or '+' => Gap.Mixed,
        _ => Gap.None,
    };
}
