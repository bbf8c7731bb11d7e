namespace Strongroom.Vocabulary.Paper;

/// <summary>The formats that can be read and rebuilt. The caller says which one; the Redactor checks it.</summary>
public enum PaperFormat
{
    /// <summary>Unknown: refused.</summary>
    None = 0,

    /// <summary>Plain text, <c>.txt</c>.</summary>
    PlainText = 1,

    /// <summary>Values separated by comma, semicolon, tab or bar, <c>.csv</c>.</summary>
    Csv = 2,

    /// <summary>Portable Document Format, <c>.pdf</c>: pages, ISO 32000-2.</summary>
    Pdf = 3,
}
