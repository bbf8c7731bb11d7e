using System.Text;

namespace Strongroom.Recognition.Reading;

/// <summary>
/// A text in which digits, dashes, spaces and ligatures have one form and invisible characters are gone, with an index
/// back to the source. A text without such characters is not copied.
/// </summary>
internal sealed class NormalText
{
    // From _normal[k] on, the source index runs in step with the normal one, starting at _source[k].
    private readonly List<int>? _normal;
    private readonly List<int>? _source;
    private readonly string _sourceText;

    private NormalText(string sourceText, string text, List<int>? normal, List<int>? source) =>
        (_sourceText, Text, _normal, _source) = (sourceText, text, normal, source);

    /// <summary>The normal form.</summary>
    public string Text { get; }

    public static NormalText Of(string source)
    {
        int first = source.AsSpan().IndexOfAny(CharacterFolding.Special);
        return first < 0 ? new NormalText(source, source, null, null) : Fold(source, first);
    }

    /// <summary>The source range of a range of the normal form.</summary>
    public (int Start, int End) ToSource(int start, int end)
    {
        if (_normal is null)
        {
            return (start, end);
        }

        int last = SourceOf(end - 1);
        bool isPair = char.IsHighSurrogate(_sourceText[last]) && last + 1 < _sourceText.Length;
        return (SourceOf(start), last + (isPair ? 2 : 1));
    }

    private static NormalText Fold(string source, int first)
    {
        var text = new StringBuilder(source.Length).Append(source, 0, first);
        var folded = new NormalText(source, string.Empty, [0], [0]);
        Span<char> characters = stackalloc char[3];
        for (int i = first; i < source.Length;)
        {
            if (source[i] < 0x80)
            {
                text.Append(source[i++]);
                continue;
            }

            Rune.DecodeFromUtf16(source.AsSpan(i), out Rune rune, out int width);
            int written = CharacterFolding.Fold(rune, characters);
            for (int k = 0; k < written; k++)
            {
                folded.Note(text.Length, i + Math.Min(k, width - 1));
                text.Append(characters[k]);
            }

            i += width;
            folded.Note(text.Length, i);
        }

        return new NormalText(source, text.ToString(), folded._normal, folded._source);
    }

    private void Note(int at, int from)
    {
        if (at - _normal![^1] == from - _source![^1])
        {
            return;
        }

        if (_normal[^1] == at)
        {
            _source[^1] = from;
            return;
        }

        _normal.Add(at);
        _source.Add(from);
    }

    private int SourceOf(int index)
    {
        int at = _normal!.BinarySearch(index);
        int run = at >= 0 ? at : ~at - 1;
        return _source![run] + index - _normal[run];
    }
}
