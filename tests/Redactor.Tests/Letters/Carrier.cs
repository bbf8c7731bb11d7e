using System.Text;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests.Letters;

/// <summary>
/// Places of a PDF in which a word can travel. In what is seen it is a registered name, which is found; in what is not seen
/// it is a canary that nobody registered, so that only writing anew keeps it out.
/// </summary>
internal static class Carrier
{
    public const string Canary = "ZQX4417CANARY";

    public static readonly InventedCustomer Customer = new(CustomerCode.New(), "Ada", "Mockridge", 3);

    /// <summary>How a document may be refused rather than cleaned.</summary>
    public static readonly string[] MayRefuse =
        [PaperRefusals.Encrypted.Code, PaperRefusals.Malformed.Code, PaperRefusals.ProofFailed.Code];

    private const string Name = "Ada Mockridge";

    /// <summary>What plants it, by the carrier's name.</summary>
    public static readonly IReadOnlyDictionary<string, Action<PdfFile, PdfSheet>> All =
        new Dictionary<string, Action<PdfFile, PdfSheet>>
        {
            ["text under a bar"] = (_, page) => Under(page, () => page.Shade(70, 595, 200, 18, 0)),
            ["text under a picture"] = (file, page) => Under(page, () => Picture(file, page, 70, 595)),
            ["text under a shade of cross lines"] = (_, page) => Under(page, () => page.Shade(70, 595, 200, 18, 0.4)),
            ["white text"] = (_, page) => page.Draw($"1 g BT /F0 11 Tf 72 600 Td ({Canary}) Tj ET 0 g"),
            ["unseen text"] = (_, page) => page.Draw($"BT 3 Tr /F0 11 Tf 72 600 Td ({Canary}) Tj ET"),
            ["text as a clip"] = (_, page) => page.Draw($"q BT 7 Tr /F0 11 Tf 72 600 Td ({Canary}) Tj ET Q"),
            ["text of no size"] = (_, page) => page.Draw($"BT /F0 0.01 Tf 72 600 Td ({Canary}) Tj ET"),
            ["text outside the sheet"] = (_, page) => page.Text(900, 900, Canary),
            ["text outside the crop box"] = (_, page) =>
            {
                page.Entries = "/CropBox [50 50 560 770]";
                page.Text(72, 20, Canary);
            },
            ["text clipped away"] = (_, page) =>
                page.Draw($"q 0 0 1 1 re W n BT /F0 11 Tf 72 600 Td ({Canary}) Tj ET Q"),
            ["text of no opacity"] = (_, page) =>
            {
                page.Resources = "/ExtGState << /G << /ca 0 /CA 0 >> >>";
                page.Draw($"q /G gs BT /F0 11 Tf 72 600 Td ({Canary}) Tj ET Q");
            },
            ["the same text twice"] = (_, page) => Twice(page),
            ["text in several pieces"] = (_, page) =>
                page.Draw("BT /F0 11 Tf 72 600 Td (Ad) Tj (a Mo) Tj [(ck) -20 (ri)] TJ ET BT /F0 11 Tf 146.3 600 Td (dge) Tj ET"),
            ["kerned text"] = (_, page) => page.Kerned(72, 600, Name),
            ["text at a slant"] = (_, page) => page.Draw($"BT /F0 11 Tf 0.94 0.34 -0.34 0.94 72 500 Tm ({Name}) Tj ET"),
            ["text upwards"] = (_, page) => page.Draw($"BT /F0 11 Tf 0 1 -1 0 72 400 Tm ({Name}) Tj ET"),
            ["text upside down"] = (_, page) => page.Draw($"BT /F0 11 Tf -1 0 0 -1 300 500 Tm ({Name}) Tj ET"),
            ["mirrored text"] = (_, page) => page.Draw($"BT /F0 11 Tf -1 0 0 1 300 500 Tm ({Name}) Tj ET"),
            ["letters with wide spaces"] = (_, page) => page.Draw($"BT /F0 11 Tf 3 Tc 72 600 Td ({Name}) Tj ET"),
            ["a ligature and a soft hyphen"] = (_, page) =>
                page.Draw("BT /F0 11 Tf 72 600 Td (Ada Mock\\255ridge) Tj ET"),
            ["a form"] = (file, page) => Form(file, page, $"BT /F0 11 Tf 72 600 Td ({Name}) Tj ET"),
            ["an inline picture"] = (_, page) =>
                page.Draw($"q 9 0 0 9 72 600 cm BI /W 13 /H 1 /BPC 8 /CS /G ID {Canary} EI Q"),
            ["a picture"] = (file, page) => Picture(file, page, 72, 600),
            ["other words for a reader aloud"] = (_, page) =>
                page.Draw($"/Span << /Alt ({Canary}) /E ({Canary}) >> BDC BT /F0 11 Tf 72 600 Td (spoken) Tj ET EMC"),
            ["other words than those drawn"] = (_, page) =>
                page.Draw($"/Span << /ActualText ({Canary}) >> BDC BT /F0 11 Tf 72 600 Td (spoken) Tj ET EMC"),
            ["other words under a name in numbers, in a form"] = (file, page) => Form(
                file, page, $"/Span << /Act#75alT#65xt ({Canary}) >> BDC BT /F0 11 Tf 72 600 Td (spoken) Tj ET EMC"),
            ["other words in packed content"] = (file, page) => Form(
                file, page, InRuns($"/Span << /ActualText ({Canary}) >> BDC BT /F0 11 Tf 72 600 Td (spoken) Tj ET EMC"),
                "/Filter /RunLengthDecode"),
            ["other words among the page's resources"] = (_, page) =>
            {
                page.Resources = $"/Properties << /W << /Actual#54ext ({Canary}) >> >>";
                page.Draw("/Span /W BDC BT /F0 11 Tf 72 600 Td (spoken) Tj ET EMC");
            },
            ["a comment in the content"] = (_, page) => page.Draw($"% {Canary}"),
            ["the file's title"] = (file, _) =>
                file.Trailer = $"/Info {file.Add($"<< /Title ({Canary}) /Author ({Canary}) /Producer ({Canary}) >>")} 0 R",
            ["its id"] = (file, _) => file.Trailer = $"/ID [({Canary}) ({Canary})]",
            ["metadata"] = (file, _) =>
                file.Catalog = $"/Metadata {file.AddStream("/Type /Metadata /Subtype /XML", $"<x>{Canary}</x>")} 0 R",
            ["metadata of a page"] = (file, page) =>
                page.Entries = $"/Metadata {file.AddStream("/Type /Metadata /Subtype /XML", $"<x>{Canary}</x>")} 0 R",
            ["a bookmark"] = (file, _) => Bookmark(file),
            ["a named place"] = (file, _) => file.Catalog = $"/Dests << /{Canary} [0 /Fit] >>",
            ["a page label"] = (file, _) => file.Catalog = $"/PageLabels << /Nums [0 << /P ({Canary}) >>] >>",
            ["an attachment"] = (file, _) => file.Catalog = $"/Names << /EmbeddedFiles << /Names [({Canary}) {Attachment(file)} 0 R] >> >>",
            ["an attachment on the page"] = (file, page) => page.Entries =
                $"/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [300 600 320 620] /FS {Attachment(file)} 0 R /Contents ({Canary}) >>]",
            ["a field"] = (file, page) => Field(file, page, $"/V ({Canary}) /DV ({Canary}) /TU ({Canary})", string.Empty),
            ["a field that is seen"] = (file, page) => Field(file, page, $"/V ({Name})", Name),
            ["a form of XML"] = (file, _) =>
                file.Catalog = $"/AcroForm << /Fields [] /XFA {file.AddStream(string.Empty, $"<xdp>{Canary}</xdp>")} 0 R >>",
            ["a note"] = (_, page) => page.Entries =
                $"/Annots [<< /Type /Annot /Subtype /Text /Rect [300 600 320 620] /F 2 /T ({Canary}) /Contents ({Canary}) /NM ({Canary}) >>]",
            ["a note that is seen"] = (file, page) => page.Entries = "/Annots [<< /Type /Annot /Subtype /FreeText /Rect [72 590 272 610] "
                + $"/F 4 /Contents ({Name}) /DA (/F0 11 Tf) /AP << /N {Appearance(file, Name)} 0 R >> >>]",
            ["a mark to redact"] = (_, page) => Marked(page, "Redact"),
            ["a highlighter"] = (_, page) => Marked(page, "Highlight"),
            ["a link"] = (_, page) => page.Entries = "/Annots [<< /Type /Annot /Subtype /Link /Rect [72 590 272 610] "
                + $"/A << /S /URI /URI (mailto:{Canary}@post.test) >> >>]",
            ["a script"] = (file, _) => file.Catalog = $"/OpenAction << /S /JavaScript /JS (app.alert\\('{Canary}'\\)) >>",
            ["a hidden layer"] = (file, page) => Layer(file, page),
            ["a thumbnail"] = (file, page) => page.Entries =
                $"/Thumb {file.AddStream("/Width 13 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", Canary)} 0 R",
            ["private data"] = (_, page) => page.Entries = $"/PieceInfo << /Maker << /Private ({Canary}) >> >>",
            ["an object that nothing names"] = (file, _) => file.AddStream(string.Empty, Canary),
        };

    /// <summary>A page with one carrier.</summary>
    public static byte[] Write(string carrier)
    {
        var file = new PdfFile();
        var page = new PdfSheet();
        page.Text(72, 740, "Harbour Savings", 18, PdfSheet.SansBold);
        page.Text(72, 700, "A letter about an account of ours.");
        All[carrier](file, page);
        file.AddPage(page);
        return file.ToBytes();
    }

    private static void Under(PdfSheet page, Action cover)
    {
        page.Draw($"BT /F0 11 Tf 72 600 Td ({Canary}) Tj ET");
        cover();
    }

    private static void Twice(PdfSheet page)
    {
        page.Text(72, 600, Name);
        page.Text(72.3, 600, Name);
    }

    private static void Picture(PdfFile file, PdfSheet page, int x, int y)
    {
        int picture = file.AddStream(
            "/Type /XObject /Subtype /Image /Width 40 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8",
            [.. Enumerable.Range(0, 320).Select(i => (byte)(i < Canary.Length ? Canary[i] : i * 37 % 200))]);
        page.Resources = $"/XObject << /I {picture} 0 R >>";
        page.Draw($"q 200 0 0 18 {x} {y} cm /I Do Q");
    }

    private static void Form(PdfFile file, PdfSheet page, string content, string filter = "")
    {
        const string Fonts = "/Resources << /Font << /F0 3 0 R >> >>";
        int inner = file.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 612 792] {Fonts} {filter}", content);
        int outer = file.AddStream(
            $"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X {inner} 0 R >> >>", "/X Do");
        page.Resources = $"/XObject << /X {outer} 0 R >>";
        page.Draw("/X Do");
    }

    /// <summary>As RunLengthDecode has it (ISO 32000-2, 7.4.5): 128 bytes at most after their number less one.</summary>
    private static string InRuns(string content) => string.Concat(
        content.Chunk(128).Select(run => (char)(run.Length - 1) + new string(run))) + (char)128;

    private static int Appearance(PdfFile file, string text) => file.AddStream(
        "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F0 3 0 R >> >>",
        $"BT /F0 11 Tf 2 5 Td ({text}) Tj ET");

    private static void Bookmark(PdfFile file)
    {
        int outlines = file.Next;
        file.Add($"<< /Type /Outlines /First {outlines + 1} 0 R /Last {outlines + 1} 0 R /Count 1 >>");
        file.Add($"<< /Title ({Canary}) /Parent {outlines} 0 R /Dest [0 /Fit] >>");
        file.Catalog = $"/Outlines {outlines} 0 R";
    }

    private static int Attachment(PdfFile file)
    {
        int content = file.AddStream("/Type /EmbeddedFile", Encoding.ASCII.GetBytes(Canary));
        return file.Add($"<< /Type /Filespec /F ({Canary}.txt) /UF ({Canary}.txt) /Desc ({Canary}) /EF << /F {content} 0 R >> >>");
    }

    private static void Field(PdfFile file, PdfSheet page, string entries, string shown)
    {
        int field = file.Add(
            $"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /F 4 /Rect [72 590 272 610] {entries} /DA (/F0 11 Tf) "
            + $"/AP << /N {Appearance(file, shown)} 0 R >> >>");
        file.Catalog = $"/AcroForm << /Fields [{field} 0 R] /DR << /Font << /F0 3 0 R >> >> >>";
        page.Entries = $"/Annots [{field} 0 R]";
    }

    private static void Marked(PdfSheet page, string sort)
    {
        page.Text(72, 600, Name);
        page.Entries = $"/Annots [<< /Type /Annot /Subtype /{sort} /Rect [70 595 272 612] /C [0 0 0] "
            + $"/QuadPoints [70 612 272 612 70 595 272 595] /Contents ({Canary}) /OverlayText ({Canary}) >>]";
    }

    private static void Layer(PdfFile file, PdfSheet page)
    {
        int layer = file.Add($"<< /Type /OCG /Name ({Canary}) >>");
        file.Catalog = $"/OCProperties << /OCGs [{layer} 0 R] /D << /OFF [{layer} 0 R] >> >>";
        page.Resources = $"/Properties << /L {layer} 0 R >>";
        page.Draw($"/OC /L BDC BT /F0 11 Tf 72 600 Td ({Canary}) Tj ET EMC");
    }
}
