using System.Globalization;
using System.Text;

namespace Strongroom.Redactor.Proving;

/// <summary>
/// The central check: searches the written bytes for every removed value in every encoding. It knows nothing of formats
/// and policies, only bytes and values. Long copies are read in overlapping pieces.
/// </summary>
internal sealed class CopyProof
{
    private const int PieceLength = 1 << 20;
    private const int Overlap = 1 << 10;
    private const int MaxPlaces = 20;
    private const int ShortestInNoise = 8;

    private readonly ViewSearch _search;
    private readonly SortedDictionary<string, int> _hits = new(StringComparer.Ordinal);

    public CopyProof(ValueIndex values)
    {
        _search = new ViewSearch(values);
        foreach (string encoding in new[]
        {
            "utf-8", "utf-16le", "utf-16be", "hex", "base64", "percent", "json-escape", "xml-entity",
            "quoted-printable",
        })
        {
            _hits[encoding] = 0;
        }
    }

    /// <summary>How often a removed value was met, by encoding.</summary>
    public IReadOnlyDictionary<string, int> Hits => _hits;

    /// <summary>Where, at most twenty places; no values.</summary>
    public List<string> Places { get; } = [];

    /// <summary>Searches the whole copy.</summary>
    public void Search(ReadOnlySpan<byte> copy)
    {
        int line = 1;
        for (int start = 0; start == 0 || start < copy.Length; start += PieceLength)
        {
            int length = Math.Min(PieceLength + Overlap, copy.Length - start);
            SearchPiece(copy.Slice(start, length), line);
            line += copy.Slice(start, Math.Min(PieceLength, length)).Count((byte)'\n');
        }
    }

    private void SearchPiece(ReadOnlySpan<byte> piece, int firstLine)
    {
        string text = Encoding.UTF8.GetString(piece);
        _search.Search(text, 0, place => Note("utf-8", firstLine + text.AsSpan(0, place).Count('\n')));
        SearchView("utf-16le", EncodedViews.Utf16(piece, isBigEndian: false));
        SearchView("utf-16be", EncodedViews.Utf16(piece, isBigEndian: true));
        SearchRuns("hex", EncodedViews.Hex(text));
        SearchRuns("base64", EncodedViews.FromBase64(text));
        SearchView("percent", EncodedViews.Percent(text));
        SearchView("json-escape", EncodedViews.Json(text));
        SearchView("xml-entity", EncodedViews.Xml(text));
        SearchView("quoted-printable", EncodedViews.QuotedPrintable(text));
    }

    private void SearchRuns(string encoding, DecodedRuns decoded)
    {
        SearchView(encoding, decoded.Text);
        SearchView(encoding, decoded.Noise, ShortestInNoise);
    }

    private void SearchView(string encoding, string? view, int shortest = 0)
    {
        if (!string.IsNullOrEmpty(view))
        {
            _search.Search(view, shortest, _ => Note(encoding, 0));
        }
    }

    private void Note(string encoding, int line)
    {
        _hits[encoding]++;
        if (Places.Count < MaxPlaces)
        {
            Places.Add(line == 0 ? encoding : string.Create(CultureInfo.InvariantCulture, $"{encoding}, line {line}"));
        }
    }
}
