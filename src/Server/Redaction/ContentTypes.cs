using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// How documents leave: never to be shown by a browser as a page, under a name that says nothing of anybody.
/// </summary>
internal static class ContentTypes
{
    // No charset: a copy keeps the encoding of its original, which may be UTF-16.
    public static string Of(PaperFormat format) => format switch
    {
        PaperFormat.Csv => "text/csv",
        PaperFormat.Pdf => "application/pdf",
        _ => "text/plain",
    };

    public static string NameOf(DocumentId id, PaperFormat format) => id + PaperFormats.Extension(format);
}
