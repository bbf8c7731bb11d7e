namespace Strongroom.Server.Redaction.Pages;

/// <summary>Where a proof has searched, as people say it; the names are those of the proof's format.</summary>
internal static class ProofWords
{
    public static string Of(string encoding) => encoding switch
    {
        "utf-8" => "The bytes as they are",
        "utf-16le" or "utf-16be" => $"As {encoding.ToUpperInvariant()}",
        "hex" => "As hexadecimal digits",
        "base64" => "As Base64",
        "percent" => "Percent-encoded",
        "json-escape" => "As JSON escapes",
        "xml-entity" => "As character references",
        "quoted-printable" => "As quoted-printable",
        "qpdf-check" => "Structure of the file (qpdf)",
        "content" => "Text layer as written",
        "pdftotext" => "Text layer read again (pdftotext)",
        _ => encoding,
    };
}
