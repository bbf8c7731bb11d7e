using Strongroom.Recognition.Reading;

namespace Strongroom.Recognition.Customers;

/// <summary>
/// A text cut into runs of letters and runs of digits, folded, without anything between: a window of tokens reads the
/// same whatever stood between them — blanks, hyphens, apostrophes, a line break.
/// </summary>
internal sealed class TokenText
{
    private readonly List<Token> _tokens = [];
    private char[] _folded = [];
    private int _length;

    /// <summary>The text the tokens lie in, in normal form.</summary>
    public string Text { get; private set; } = string.Empty;

    public int Count => _tokens.Count;

    public Token this[int token] => _tokens[token];

    /// <summary>Cuts a text; the room of the one before is used again.</summary>
    public void Read(NormalText normal)
    {
        Text = normal.Text;
        _tokens.Clear();
        _length = 0;
        if (_folded.Length < Text.Length * 2)
        {
            _folded = new char[Text.Length * 2];
        }

        for (int i = 0; i < Text.Length;)
        {
            if (char.IsAsciiDigit(Text[i]))
            {
                i = Add(i, isDigits: true);
            }
            else if (LetterFolding.IsWordPart(Text[i]))
            {
                i = Add(i, isDigits: false);
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>The folded form of some tokens, joined.</summary>
    public ReadOnlySpan<char> Folded(int first, int last) =>
        _folded.AsSpan(_tokens[first].FoldedStart, _tokens[last].FoldedEnd - _tokens[first].FoldedStart);

    /// <summary>At most this many folded characters from a token on.</summary>
    public ReadOnlySpan<char> Prefix(int first, int length)
    {
        int start = _tokens[first].FoldedStart;
        return _folded.AsSpan(start, Math.Min(length, _length - start));
    }

    private int Add(int start, bool isDigits)
    {
        int foldedStart = _length;
        int i = start;
        for (; i < Text.Length && (isDigits ? char.IsAsciiDigit(Text[i]) : LetterFolding.IsWordPart(Text[i])); i++)
        {
            char first = LetterFolding.Fold(Text[i], out char second);
            Append(first);
            Append(second);
        }

        if (_length > foldedStart)
        {
            _tokens.Add(new Token(start, i, foldedStart, _length, isDigits));
        }

        return i;
    }

    private void Append(char character)
    {
        if (character != '\0')
        {
            _folded[_length++] = character;
        }
    }
}
