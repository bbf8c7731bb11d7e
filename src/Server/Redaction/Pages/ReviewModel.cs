using System.Globalization;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>One page of a document under review.</summary>
internal sealed record ReviewModel
{
    public required ViewedDocument Document { get; init; }

    /// <summary>The version that is decided on.</summary>
    public required long Version { get; init; }

    /// <summary>The text; null where pages are shown as pictures.</summary>
    public required DocumentText? Text { get; init; }

    public required ReviewPart Part { get; init; }

    /// <summary>How many parts the document has.</summary>
    public required int Parts { get; init; }

    /// <summary>The boxes that begin on this part, in its order.</summary>
    public required IReadOnlyList<ListedBox> Boxes { get; init; }

    public required BoxCounts Counts { get; init; }

    /// <summary>The number of the box that has the focus; null where there are none.</summary>
    public int? Current { get; init; }

    /// <summary>Whether the page is shown as the copy will look.</summary>
    public bool IsPreview { get; init; }

    /// <summary>What went wrong with the last press; null where nothing did.</summary>
    public string? Fault { get; init; }

    public string Path => $"/documents/{Document.Id}/review";

    /// <summary>The picture of the page as it came.</summary>
    public string Picture => string.Create(
        CultureInfo.InvariantCulture, $"/api/v1/documents/{Document.Id}/pages/{Part.Number}");

    /// <summary>The picture of the page as the copy will look.</summary>
    public string Preview => Picture + "?decided=true";

    public string PathOf(int part) => string.Create(CultureInfo.InvariantCulture, $"{Path}?page={part}");
}
