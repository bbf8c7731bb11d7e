namespace Strongroom.Vocabulary.Paper;

/// <summary>The plain text of a document, in pieces with their places.</summary>
public sealed record DocumentText
{
    /// <summary>The format it was read from.</summary>
    public required PaperFormat Format { get; init; }

    /// <summary>The pieces, in order.</summary>
    public required IReadOnlyList<TextSegment> Segments { get; init; }

    /// <summary>What a table's columns are headed; empty where there is no heading row.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>The pages, one a segment; empty where the format has none.</summary>
    public IReadOnlyList<PaperPage> Pages { get; init; } = [];

    /// <summary>A document of one plain text.</summary>
    public static DocumentText Plain(string text) => new()
    {
        Format = PaperFormat.PlainText,
        Segments = [new TextSegment { Text = text, Number = 1 }],
    };
}
