using System.Diagnostics.CodeAnalysis;
using System.Text;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Reading;

/// <summary>
/// Reads separated values after RFC 4180: quoted cells with doubled quotes and line breaks inside, rows of any width.
/// What breaks those rules is refused, because another reader might see other cells.
/// </summary>
internal sealed class CsvReader
{
    private const int MaxCellsPerRow = 16_384;

    private readonly string _text;
    private readonly char _delimiter;
    private readonly StringBuilder _row = new();
    private readonly List<int> _starts = [];
    private int _at;

    private CsvReader(string text, char delimiter) => (_text, _delimiter) = (text, delimiter);

    public static bool TryRead(string untrustedText, char delimiter, [NotNullWhen(true)] out DocumentText? document)
    {
        var reader = new CsvReader(untrustedText, delimiter);
        var rows = new List<TextSegment>();
        document = null;
        while (reader._at < untrustedText.Length)
        {
            if (!reader.TryReadRow(rows.Count + 1, out TextSegment? row))
            {
                return false;
            }

            rows.Add(row);
        }

        document = new DocumentText { Format = PaperFormat.Csv, Segments = rows, Headings = CsvHeadings.Of(rows) };
        return true;
    }

    private bool TryReadRow(int number, [NotNullWhen(true)] out TextSegment? row)
    {
        row = null;
        _row.Clear();
        _starts.Clear();
        do
        {
            if (_starts.Count > 0)
            {
                _at++;
                _row.Append('\t');
            }

            _starts.Add(_row.Length);
            if (_starts.Count > MaxCellsPerRow || !TryReadCell())
            {
                return false;
            }
        }
        while (_at < _text.Length && _text[_at] == _delimiter);

        _at += Break(_at);
        row = new TextSegment { Text = _row.ToString(), Number = number, CellStarts = [.. _starts] };
        return true;
    }

    /// <summary>Reads one cell, up to its delimiter, line break or the end.</summary>
    private bool TryReadCell()
    {
        if (_at < _text.Length && _text[_at] == '"')
        {
            return TryReadQuoted();
        }

        int start = _at;
        while (_at < _text.Length && _text[_at] != _delimiter && Break(_at) == 0)
        {
            _at++;
        }

        _row.Append(_text, start, _at - start);
        return true;
    }

    private bool TryReadQuoted()
    {
        for (_at++; _at < _text.Length; _at++)
        {
            if (_text[_at] != '"')
            {
                _row.Append(_text[_at]);
                continue;
            }

            bool isDoubled = _at + 1 < _text.Length && _text[_at + 1] == '"';
            if (!isDoubled)
            {
                _at++;
                return _at == _text.Length || _text[_at] == _delimiter || Break(_at) > 0;
            }

            _row.Append('"');
            _at++;
        }

        return false;
    }

    /// <summary>The length of the line break at a place, or 0.</summary>
    private int Break(int place)
    {
        if (place >= _text.Length)
        {
            return 0;
        }

        return _text[place] switch
        {
            '\n' => 1,
            '\r' => place + 1 < _text.Length && _text[place + 1] == '\n' ? 2 : 1,
            _ => 0,
        };
    }
}
