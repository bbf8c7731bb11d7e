namespace Strongroom.Vocabulary.Paper;

/// <summary>Maps file extensions to formats and back.</summary>
public static class PaperFormats
{
    /// <summary>The format that a file's extension names, or <see cref="PaperFormat.None"/>.</summary>
    /// <param name="extension">With its dot, either case.</param>
    public static PaperFormat FromExtension(string? extension) => extension?.ToUpperInvariant() switch
    {
        ".TXT" or ".TEXT" or ".LOG" => PaperFormat.PlainText,
        ".CSV" or ".TSV" => PaperFormat.Csv,
        ".PDF" => PaperFormat.Pdf,
        _ => PaperFormat.None,
    };

    /// <summary>The extension of a file of a format, with its dot.</summary>
    public static string Extension(PaperFormat format) => format switch
    {
        PaperFormat.Csv => ".csv",
        PaperFormat.Pdf => ".pdf",
        _ => ".txt",
    };

    /// <summary>The word for a format in proofs.</summary>
    public static string Name(PaperFormat format) => format switch
    {
        PaperFormat.PlainText => "text",
        PaperFormat.Csv => "csv",
        PaperFormat.Pdf => "pdf",
        _ => "unknown",
    };
}
