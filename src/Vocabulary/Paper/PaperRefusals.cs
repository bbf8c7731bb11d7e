namespace Strongroom.Vocabulary.Paper;

/// <summary>Why a document is not taken. The Redactor answers with the codes alone.</summary>
public static class PaperRefusals
{
    /// <summary>The format is not known.</summary>
    public static readonly Refusal FormatUnknown = new(
        RefusalKind.Unprocessable, "format-unknown",
        "This format cannot be redacted yet. Save it as PDF, TXT or CSV and send it again.");

    /// <summary>The encoding is not UTF-8 or marked UTF-16, or there are NUL bytes.</summary>
    public static readonly Refusal EncodingUnknown = new(
        RefusalKind.Unprocessable, "encoding-unknown",
        "The text is not UTF-8 or UTF-16. Save it as UTF-8 and send it again.");

    /// <summary>The document breaks the rules of its format.</summary>
    public static readonly Refusal Malformed = new(
        RefusalKind.Unprocessable, "document-malformed", "The document is damaged. Save it anew and send it again.");

    /// <summary>The document is larger than the limit.</summary>
    public static readonly Refusal TooLarge = new(
        RefusalKind.Unprocessable, "document-too-large",
        "The document is larger than the limit. Split it and send the parts.");

    /// <summary>The document asks for a password.</summary>
    public static readonly Refusal Encrypted = new(
        RefusalKind.Unprocessable, "document-encrypted",
        "The document asks for a password. Save it without one and send it again.");

    /// <summary>The document has more pages than the limit.</summary>
    public static readonly Refusal PagesTooMany = new(
        RefusalKind.Unprocessable, "pages-too-many",
        "The document has more pages than the limit. Split it and send the parts.");

    /// <summary>A page is larger than the largest sheet.</summary>
    public static readonly Refusal PageTooLarge = new(
        RefusalKind.Unprocessable, "page-too-large",
        "A page is larger than 24 by 24 inches. Print it to a smaller sheet and send that.");

    /// <summary>There is no such page.</summary>
    public static readonly Refusal PageMissing = new(
        RefusalKind.NotFound, "page-missing", "There is no such page. Ask for one from the first to the last.");

    /// <summary>The programs that read this format, or the one that locks them in, are not installed.</summary>
    public static readonly Refusal ToolsMissing = new(
        RefusalKind.NotReady, "tools-missing",
        "The programs that read this format are not installed. Run \"strongroom doctor\": it names them.");

    /// <summary>A box or a kept range does not lie inside the text.</summary>
    public static readonly Refusal BoxesMalformed = new(
        RefusalKind.Unprocessable, "boxes-malformed", "A box lies outside the document. Propose again and decide anew.");

    /// <summary>After blacking out, recognizers still find something that nobody decided on.</summary>
    public static readonly Refusal FindingsUndecided = new(
        RefusalKind.Unprocessable, "findings-undecided",
        "Some findings are undecided. Decide on each, then make the copy again.");

    /// <summary>A removed value still occurs in the copy.</summary>
    public static readonly Refusal ProofFailed = new(
        RefusalKind.Unprocessable, "proof-failed",
        "A removed value still stands elsewhere. Black it out there too and try again.");

    /// <summary>It took longer than the limit.</summary>
    public static readonly Refusal TimeOut = new(
        RefusalKind.Unprocessable, "time-out", "Reading the document took too long. Split it and send the parts.");

    /// <summary>The Redactor died or answered nonsense.</summary>
    public static readonly Refusal Failed = new(
        RefusalKind.Unprocessable, "redactor-failed",
        "The document could not be processed. Save it anew and send it again.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Refusal> All { get; } =
    [
        FormatUnknown, EncodingUnknown, Malformed, TooLarge, Encrypted, PagesTooMany, PageTooLarge, PageMissing,
        ToolsMissing, BoxesMalformed, FindingsUndecided, ProofFailed, TimeOut, Failed,
    ];

    /// <summary>The refusal with a code; a code that is not known counts as <see cref="Failed"/>.</summary>
    public static Refusal FromCode(string code) =>
        All.FirstOrDefault(refusal => string.Equals(refusal.Code, code, StringComparison.Ordinal)) ?? Failed;
}
