using Strongroom.Server.Compartments;
using Strongroom.Server.Redaction;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Archive;

/// <summary>A search, folded and checked. Does not print.</summary>
internal sealed class SearchTerms
{
    private readonly SearchRequest _request;
    private readonly IReadOnlyList<string> _words;

    private SearchTerms(SearchRequest request, IReadOnlyList<string> words)
    {
        _request = request;
        _words = words;
    }

    /// <summary>What it is searched by, for the log: names, never values.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. _request.Code is null ? [] : (string[])["code"],
        .. _words.Count == 0 ? [] : (string[])["words"],
        .. _request.Kind is null ? [] : (string[])["kind"],
        .. _request.From is null && _request.To is null ? [] : (string[])["time"],
    ];

    /// <exception cref="RefusedException">Nothing to search for is named, or too much.</exception>
    public static SearchTerms Read(SearchRequest request, int mostWords)
    {
        List<string> words = [.. CopyWords.Fold(request.Words ?? string.Empty).Distinct(StringComparer.Ordinal)];
        var terms = new SearchTerms(request, words);
        bool isForgotten = !string.IsNullOrWhiteSpace(request.Words) && words.Count == 0;
        if (terms.Names.Count == 0 || isForgotten || words.Count > mostWords)
        {
            throw new RefusedException(
                ArchiveRefusals.SearchEmpty,
                new FieldFault("words", "At most 16 words, each of three letters and more."));
        }

        return terms;
    }

    /// <summary>The tags that a document must have in a compartment.</summary>
    public IEnumerable<byte[]> Tags(OpenCompartment open)
    {
        IEnumerable<byte[]> words = _words.Select(word => WordIndex.Tag(open, word));
        return _request.Code is { } code ? words.Prepend(WordIndex.Tag(open, code)) : words;
    }

    /// <summary>
    /// Whether a candidate is really what is searched for; its words are opened only where the rest fits.
    /// </summary>
    public bool Fit(string kind, FiledCard filed, Func<CopyWords> readWords)
    {
        if (!IsOfKind(kind) || !IsOfTime(filed.At))
        {
            return false;
        }

        return (_words.Count == 0 && _request.Code is null) || Fit(readWords());
    }

    public override string ToString() => nameof(SearchTerms);

    private bool Fit(CopyWords words) =>
        (_request.Code is not { } code || words.Codes.Contains(code))
        && _words.All(word => words.Words.Contains(word, StringComparer.Ordinal));

    private bool IsOfKind(string kind) => _request.Kind is null || _request.Kind == kind;

    private bool IsOfTime(DateTimeOffset at) =>
        (_request.From is not { } from || at >= from) && (_request.To is not { } to || at < to);
}
