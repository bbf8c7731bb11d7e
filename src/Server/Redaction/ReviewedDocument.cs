using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>A document as its review begins with it; does not print.</summary>
internal sealed record ReviewedDocument
{
    public required ViewedDocument Document { get; init; }

    /// <summary>The version that is decided on.</summary>
    public required long Version { get; init; }

    /// <summary>Null where it has not been read.</summary>
    public required BoxesAnswer? Boxes { get; init; }

    /// <summary>The sizes of its pages; null where the format has none. Their pictures are asked for one by one.</summary>
    public required PageList? Pages { get; init; }

    /// <summary>Its text; null where it has pages.</summary>
    public required DocumentText? Text { get; init; }

    public override string ToString() => nameof(ReviewedDocument);
}
