namespace Strongroom.Server.Redaction.Pages;

/// <summary>Where a proof has searched, as people say it; the names are those of the proof's format.</summary>
internal static class ProofWords
{
    /// <summary>
    /// A place as people say it: <c>utf-8, line 2</c> is line 2, in the bytes as they are. What a proof does not name
    /// stays, with a capital.
    /// </summary>
    public static string PlaceOf(string place)
    {
        string[] parts = place.Split(", ", 2);
        bool isOfProof = parts.Length == 2 && Of(parts[0]) != parts[0];
        string where = isOfProof ? parts[1] : place;
        string capital = where.Length == 0 ? where : char.ToUpperInvariant(where[0]) + where[1..];
        return isOfProof ? $"{capital} · {Of(parts[0])}" : Of(place) == place ? capital : Of(place);
    }

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
