using Strongroom.Server.Staff;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Makes and moves the boxes that a reviewer draws, after checking that they lie in the document. Pure.
/// </summary>
/// <param name="text">The document's text.</param>
internal sealed class DrawnBox(DocumentText text)
{
    /// <summary>What stands as the recognizer of a drawn box.</summary>
    public const string Recognizer = "reviewer";

    private const int LongestKind = 64;

    private readonly BoxPlaces _places = new(text);

    /// <summary>The accepted box of what was drawn.</summary>
    /// <exception cref="RefusedException">It does not fit.</exception>
    public Box Make(DrawnRange drawn)
    {
        BoxDecisions.Require(Slug.IsSlug(drawn.Kind, LongestKind), "A kind has lower-case letters, digits and dashes.");
        switch (drawn)
        {
            case { Words: { } words, Segment: null, Start: null, End: null, Page: null, Area: null }:
                (int first, int from, int to) = Find(words);
                return Make(first, from, to, null, drawn.Kind, null);
            case { Segment: { } segment, Start: { } start, End: { } end, Page: null, Area: null, Words: null }:
                CheckRange(segment, start, end);
                return Make(segment, start, end, null, drawn.Kind, null);
            case { Page: { } page, Area: { } area, Segment: null, Start: null, End: null, Words: null }:
                CheckArea(page - 1, area);
                int length = text.Segments[page - 1].Text.Length;
                return Make(page - 1, length, length, area, drawn.Kind, null);
            default:
                throw BoxDecisions.Fault("What is added is segment, start and end, or page and area, or words; and its kind.");
        }
    }

    /// <summary>The accepted box of a range that is known to fit.</summary>
    public Box Make(int segment, int start, int end, PageArea? area, string kind, string? label) => new()
    {
        Kind = kind,
        Segment = segment,
        Start = start,
        End = end,
        Page = _places.Page(segment),
        Area = area,
        Areas = _places.Areas(segment, start, end, area),
        Place = _places.Of(segment, start, area),
        Likelihood = 5,
        Recognizer = Recognizer,
        Reason = "drawn by a reviewer",
        Label = label,
        Decision = BoxDecision.Accepted,
    };

    /// <summary>The box at its new place; its decision stays.</summary>
    /// <exception cref="RefusedException">It does not fit there.</exception>
    public Box Move(Box box, BoxMove move)
    {
        (int start, int end) = (box.Start, box.End);
        switch (move)
        {
            case { Start: { } newStart, End: { } newEnd, Area: null } when box.Area is null:
                CheckRange(box.Segment, newStart, newEnd);
                (start, end) = (newStart, newEnd);
                break;
            case { Area: { } area, Start: null, End: null } when box.Area is not null:
                CheckArea(box.Segment, area);
                break;
            default:
                throw BoxDecisions.Fault("A range moves to start and end, an area to an area.");
        }

        return Make(box.Segment, start, end, move.Area, box.Kind, box.Label) with { Decision = box.Decision };
    }

    /// <summary>Where words stand first.</summary>
    private (int Segment, int Start, int End) Find(string words)
    {
        bool isShort = words.Length is > 0 and <= DrawnRange.LongestWords;
        for (int segment = 0; isShort && segment < text.Segments.Count; segment++)
        {
            foreach ((int start, int end) in SameText.Find(text.Segments[segment].Text, words))
            {
                return (segment, start, end);
            }
        }

        throw BoxDecisions.Fault("These words do not stand in the document. Look at how it spells them.");
    }

    private void CheckRange(int segment, int start, int end)
    {
        bool isInside = segment >= 0 && segment < text.Segments.Count && start >= 0 && start < end
            && end <= text.Segments[segment].Text.Length;
        bool isWhole = isInside
            && !IsCut(text.Segments[segment].Text, start) && !IsCut(text.Segments[segment].Text, end);
        BoxDecisions.Require(isWhole, "A range lies in the text, is not empty and cuts no character.");
    }

    private void CheckArea(int segment, PageArea area)
    {
        bool isInside = segment >= 0 && segment < text.Pages.Count && area is { IsEmpty: false, Left: >= 0, Top: >= 0 }
            && area.Right <= text.Pages[segment].Width && area.Bottom <= text.Pages[segment].Height;
        BoxDecisions.Require(isInside, "An area lies on a page of the document and is not empty.");
    }

    private static bool IsCut(string text, int place) => place < text.Length && char.IsLowSurrogate(text[place]);
}
