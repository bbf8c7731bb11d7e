using Strongroom.Recognition.Patterns;
using Strongroom.Recognition.Reading;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Customers;

/// <summary>
/// One pass over a document: windows of words, windows of digit groups, and whole values that patterns found, each
/// looked up in the register. Its cost does not grow with the number of customers.
/// </summary>
internal sealed class RegisterScan(CustomerRegister register)
{
    /// <summary>Words of one name stand at most this far apart.</summary>
    private const int MaxGap = 4;
    private const int LongestName = 96;
    private const int MostDigits = 19;
    private const int PrefixLength = 3;

    private readonly TokenText _tokens = new();
    private readonly NumberRun _run = new();
    private readonly List<RegisterSighting> _hits = [];
    private readonly List<RegisterSighting> _looked = [];
    private readonly HashSet<(CustomerId Customer, int Segment, int Word)> _named = [];

    public IReadOnlyList<RegisterSighting> Find(DocumentText document, IReadOnlyList<Finding> patterns)
    {
        for (int segment = 0; segment < document.Segments.Count; segment++)
        {
            var normal = NormalText.Of(document.Segments[segment].Text);
            _tokens.Read(normal);
            FindWords(normal, segment);
            FindDigits(normal, segment);
        }

        foreach (Finding finding in patterns)
        {
            FindWhole(document, finding);
        }

        return WithoutChance();
    }

    /// <summary>
    /// In a list such as "Ada Example, Ada Example" the words around the comma make a name by chance; where each of
    /// them belongs to a whole name, that is the one meant.
    /// </summary>
    private List<RegisterSighting> WithoutChance()
    {
        return _hits.FindAll(hit => !hit.CrossesComma
            || !_named.Contains((hit.Customer, hit.Segment, hit.FirstWord))
            || !_named.Contains((hit.Customer, hit.Segment, hit.LastWord)));
    }

    private void FindWords(NormalText normal, int segment)
    {
        for (int first = 0; first < _tokens.Count; first++)
        {
            if (_tokens[first].FoldedEnd - _tokens[first].FoldedStart == PrefixLength - 1)
            {
                LookAtWords(normal, segment, first, first);
            }

            if (!register.MayBegin(_tokens.Prefix(first, PrefixLength)))
            {
                continue;
            }

            for (int last = first; last < _tokens.Count && IsWindow(first, last); last++)
            {
                LookAtWords(normal, segment, first, last);
            }
        }
    }

    private bool IsWindow(int first, int last)
    {
        bool isNear = last == first || _tokens[last].Start - _tokens[last - 1].End <= MaxGap;
        return isNear && last - first < CustomerRegister.LongestWindow
            && _tokens[last].FoldedEnd - _tokens[first].FoldedStart <= LongestName;
    }

    private void LookAtWords(NormalText normal, int segment, int first, int last)
    {
        ReadOnlySpan<char> folded = _tokens.Folded(first, last);
        if (folded.Length < 2)
        {
            return;
        }

        (int start, int end) = (_tokens[first].Start, _tokens[last].End);
        _looked.Clear();
        register.Look(Variant.Words, folded, segment, start, end, _looked);
        foreach (RegisterSighting hit in _looked)
        {
            RegisterSighting titled =
                hit with { FollowsTitle = first > 0 && NameVariants.IsTitle(_tokens.Folded(first - 1, first - 1)) };
            if (WordRule.Counts(_tokens, first, last, titled) && !ProductText.IsOurs(_tokens.Text, start))
            {
                KeepWords(normal, titled, first, last);
            }
        }
    }

    private void KeepWords(NormalText normal, RegisterSighting hit, int first, int last)
    {
        bool crossesComma = normal.Text.AsSpan(hit.Start, hit.End - hit.Start).Contains(',');
        Keep(normal, hit with { CrossesComma = crossesComma, FirstWord = first, LastWord = last });
        bool isWhole = hit.Strength is VariantStrength.Full or VariantStrength.Capitalised;
        for (int word = first; isWhole && !crossesComma && word <= last; word++)
        {
            _named.Add((hit.Customer, hit.Segment, word));
        }
    }

    private void FindDigits(NormalText normal, int segment)
    {
        string text = normal.Text;
        for (int i = 0; i < text.Length; i = _run.End)
        {
            int next = text.AsSpan(i).IndexOfAnyInRange('0', '9');
            if (next < 0)
            {
                return;
            }

            _run.Read(text, i + next);
            for (int first = 0; first < _run.Count; first++)
            {
                LookAtDigits(normal, segment, first);
            }
        }
    }

    private void LookAtDigits(NormalText normal, int segment, int first)
    {
        Span<char> digits = stackalloc char[MostDigits];
        int length = 0;
        for (int last = first; last < _run.Count; last++)
        {
            int added = _run.CopyDigits(last, 1, digits[length..]);
            if (added < 0)
            {
                return;
            }

            length += added;
            if (!register.HasDigitLength(length))
            {
                continue;
            }

            _looked.Clear();
            register.Look(Variant.Digits, digits[..length], segment, _run[first].Start, _run[last].End, _looked);
            if (_looked.Count > 0 && !ProductText.IsOurs(normal.Text, _run[first].Start))
            {
                _looked.ForEach(hit => Keep(normal, hit));
            }
        }
    }

    private void FindWhole(DocumentText document, Finding finding)
    {
        if (finding.Kind is FindingKinds.Email or FindingKinds.Iban)
        {
            string text = document.Segments[finding.Segment].Text[finding.Start..finding.End];
            string whole = IdentifierVariants.Whole(NormalText.Of(text).Text);
            register.Look(Variant.Whole, whole, finding.Segment, finding.Start, finding.End, _hits);
        }
    }

    private void Keep(NormalText normal, RegisterSighting hit)
    {
        (int start, int end) = normal.ToSource(hit.Start, hit.End);
        _hits.Add(hit with { Start = start, End = end });
    }
}
