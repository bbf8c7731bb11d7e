using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>A box as reviewers see it.</summary>
internal sealed record ListedBox
{
    /// <summary>Its number, by which it is decided.</summary>
    public required int Box { get; init; }

    public required string Kind { get; init; }

    public required string Place { get; init; }

    public required int Segment { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>The page, from 1; absent where the format has none.</summary>
    public int? Page { get; init; }

    /// <summary>
    /// An area of the page in twentieths of a point from its upper left corner; absent for a range of text.
    /// </summary>
    public PageArea? Area { get; init; }

    /// <summary>Where it is drawn on the page, one area a line; absent where the format has no pages.</summary>
    public IReadOnlyList<PageArea>? Areas { get; init; }

    /// <summary>Whether a reviewer has drawn it, so that it can be moved and removed.</summary>
    public required bool IsDrawn { get; init; }

    public required int Likelihood { get; init; }

    public required string Recognizer { get; init; }

    public required string Reason { get; init; }

    /// <summary>The code of a registered customer; absent where the kind's own label is set.</summary>
    public string? Label { get; init; }

    /// <summary><c>undecided</c>, <c>accepted</c>, <c>rejected</c>.</summary>
    public required string Decision { get; init; }

    public static ListedBox Of(int number, Box box) => new()
    {
        Box = number,
        Kind = box.Kind,
        Place = box.Place,
        Segment = box.Segment,
        Start = box.Start,
        End = box.End,
        Page = box.Page,
        Area = box.Area,
        Areas = box.Page is null ? null : box.Areas,
        IsDrawn = box.IsDrawn,
        Likelihood = box.Likelihood,
        Recognizer = box.Recognizer,
        Reason = box.Reason,
        Label = box.Label,
        Decision = box.Decision switch
        {
            BoxDecision.Accepted => "accepted",
            BoxDecision.Rejected => "rejected",
            _ => "undecided",
        },
    };
}
