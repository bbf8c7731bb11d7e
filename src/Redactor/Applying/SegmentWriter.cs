using System.Text;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Applying;

/// <summary>Writes one segment anew from left to right, and with it where its cells begin.</summary>
internal sealed class SegmentWriter(TextSegment segment)
{
    private readonly StringBuilder _text = new(segment.Text.Length);
    private readonly List<int> _starts = new(segment.CellStarts.Count);
    private int _at;

    /// <summary>Copies what stands before a place.</summary>
    public void CopyTo(int end)
    {
        while (NextStart() < end)
        {
            _starts.Add(_text.Length + NextStart() - _at);
        }

        _text.Append(segment.Text, _at, end - _at);
        _at = end;
    }

    /// <summary>Puts a label in place of what stands before a place; cells that begin in it are left empty.</summary>
    public void Replace(int end, string label)
    {
        if (NextStart() == _at)
        {
            _starts.Add(_text.Length);
        }

        _text.Append(label);
        while (NextStart() <= end)
        {
            _text.Append('\t');
            _starts.Add(_text.Length);
        }

        _at = end;
    }

    /// <summary>Copies the rest.</summary>
    public TextSegment Finish()
    {
        CopyTo(segment.Text.Length);
        if (NextStart() == _at)
        {
            _starts.Add(_text.Length);
        }

        return segment with { Text = _text.ToString(), CellStarts = _starts };
    }

    private int NextStart() =>
        _starts.Count < segment.CellStarts.Count ? segment.CellStarts[_starts.Count] : int.MaxValue;
}
