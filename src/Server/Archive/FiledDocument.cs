using Strongroom.Server.Redaction;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Archive;

/// <summary>What is filed, without what it says.</summary>
internal sealed record FiledDocument
{
    public required DocumentId Document { get; init; }

    public required RecordId Copy { get; init; }

    public required string Compartment { get; init; }

    /// <summary>Whose it is; absent where it is the compartment's.</summary>
    public CustomerCode? Customer { get; init; }

    public required string Kind { get; init; }

    /// <summary><c>text</c>, <c>csv</c> or <c>pdf</c>.</summary>
    public required string Format { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256, hexadecimal; the proof speaks of it.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether the sealed original is still there.</summary>
    public required bool HasOriginal { get; init; }

    public static FiledDocument Of(OpenDocument document, FiledCard filed) => new()
    {
        Document = document.Row.Id,
        Copy = filed.Copy,
        Compartment = document.Compartment.Facts.Name,
        Customer = document.Code,
        Kind = document.Card.Kind,
        Format = PaperFormats.Name(document.Card.Format),
        FiledAt = filed.At,
        Length = filed.File.Length,
        Sha256 = Convert.ToHexStringLower(filed.File.Hash),
        HasOriginal = document.Card.Original is not null,
    };
}
