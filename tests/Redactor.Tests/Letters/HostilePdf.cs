using System.IO.Compression;
using System.Text;

namespace Strongroom.Redactor.Tests.Letters;

/// <summary>Documents made to break who reads them, by their names.</summary>
internal static class HostilePdf
{
    private const string AnyForm = "/Type /XObject /Subtype /Form /BBox [0 0 612 792]";

    public static readonly IReadOnlyDictionary<string, Func<byte[]>> All = new Dictionary<string, Func<byte[]>>
    {
        ["a form that draws itself"] = () => With((file, page) =>
        {
            int form = file.Next;
            file.AddStream($"{AnyForm} /Resources << /XObject << /X {form} 0 R >> >>", "/X Do /X Do");
            page.Resources = $"/XObject << /X {form} 0 R >>";
            page.Draw("/X Do");
        }),
        ["a thousand forms in each other"] = () => With((file, page) =>
        {
            int form = file.AddStream(AnyForm, "0 0 1 1 re f");
            for (int i = 0; i < 1000; i++)
            {
                form = file.AddStream($"{AnyForm} /Resources << /XObject << /X {form} 0 R >> >>", "/X Do");
            }

            page.Resources = $"/XObject << /X {form} 0 R >>";
            page.Draw("/X Do");
        }),
        ["a page tree that holds itself"] = () => Patch("/Kids [", "/Kids [2 0 R "),
        ["a page tree that is its own parent"] = () => Patch("/Type /Pages", "/Type /Pages /Parent 2 0 R"),
        ["a count of two thousand millions"] = () => Patch("/Count 1 ", "/Count 2000000000 "),
        ["a count below nothing"] = () => Patch("/Count 1 ", "/Count -1 "),
        ["no pages"] = () => new PdfFile().ToBytes(),
        ["arrays in arrays"] = () => With((file, _) => file.Catalog = "/A " + new string('[', 200_000)),
        ["dictionaries in dictionaries"] = () =>
            With((file, _) => file.Catalog = "/A " + string.Concat(Enumerable.Repeat("<< /A ", 50_000))),
        ["states on states"] = () => With((_, page) => page.Draw(string.Concat(Enumerable.Repeat("q ", 300_000)))),
        ["an object that is itself"] = () => With((file, page) =>
        {
            int self = file.Next;
            file.Add($"{self} 0 R");
            page.Entries = $"/CropBox {self} 0 R";
        }),
        ["a length that is the stream's own"] = () => Patch("/Length", "/Length 9 0 R /Was"),
        ["a picture that unpacks to four hundred million bytes"] = () =>
            With((file, page) => Picture(file, page, 20_000, Packed(400_000_000, 0))),
        ["a content that unpacks to two hundred million bytes"] = () => With((file, page) =>
        {
            int form = file.AddStream($"{AnyForm} /Filter /FlateDecode", Packed(200_000_000, (byte)' '));
            page.Resources = $"/XObject << /X {form} 0 R >>";
            page.Draw("/X Do");
        }),
        ["a content that is packed twenty times"] = () => With((file, page) =>
        {
            byte[] content = Packed(50_000_000, (byte)' ');
            for (int i = 0; i < 19; i++)
            {
                content = Pack(content);
            }

            string filters = string.Concat(Enumerable.Repeat("/FlateDecode ", 20));
            page.Resources = $"/XObject << /X {file.AddStream($"{AnyForm} /Filter [{filters}]", content)} 0 R >>";
            page.Draw("/X Do");
        }),
        ["a page of thirty thousand points"] = () => Patch("[0 0 612 792]", "[0 0 30000 30000]"),
        ["a page of user units"] = () => Patch("/Rotate 0", "/UserUnit 1000"),
        ["a page of no size"] = () => Patch("[0 0 612 792]", "[0 0 0 0]"),
        ["a page whose size is no number"] = () => Patch("[0 0 612 792]", "[0 0 (a) /b]"),
        ["a page of numbers past all limits"] = () => Patch("[0 0 612 792]", "[0 0 1e999 99999999999999999999999]"),
        ["text of a size past all limits"] = () =>
            With((_, page) => page.Draw("BT /F0 99999999999999999999 Tf 1e30 -1e30 Td (Ada) Tj ET")),
        ["a hundred thousand words"] = () => With((_, page) =>
            page.Draw("BT /F0 2 Tf 10 700 Td " + string.Concat(Enumerable.Repeat("(word ) Tj 0 -0.005 Td ", 100_000)) + "ET")),
        ["ten thousand pages"] = () =>
        {
            var file = new PdfFile();
            for (int i = 0; i < 10_000; i++)
            {
                file.AddPage(new PdfSheet());
            }

            return file.ToBytes();
        },
        ["random bytes"] = () => [.. "%PDF-1.7\n"u8, .. Noise(100_000)],
        ["a table of wrong places"] = () => Patch("00000 n", "00007 n"),
        ["a table that is not where it should be"] = () => Patch("startxref\n", "startxref\n9"),
        ["a table whose older one is itself"] = () => Looped(),
        ["nothing behind the signature"] = () => "%PDF-1.7\n"u8.ToArray(),
        ["another format under the name"] = () => "PK\u0003\u0004%PDF-1.7\n"u8.ToArray(),
    };

    /// <summary>
    /// What keeps the programs that draw busy for years: only who started the Redactor can end that, when time is up.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, Func<byte[]>> Endless = new Dictionary<string, Func<byte[]>>
    {
        ["a picture of four million by four million"] = () => With((file, page) => Picture(file, page, 4_000_000, [0])),
        ["a tile repeated without end"] = () => With((file, page) =>
        {
            int tile = file.AddStream(
                "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001 /Resources << >>",
                "0 0 1 1 re f");
            page.Resources = $"/Pattern << /T {tile} 0 R >>";
            page.Draw("/Pattern cs /T scn 0 0 612 792 re f");
        }),
    };

    /// <summary>A page with text, and what an attack adds.</summary>
    private static byte[] With(Action<PdfFile, PdfSheet> attack)
    {
        var file = new PdfFile();
        var page = new PdfSheet();
        page.Text(72, 700, "A letter about an account of ours.");
        attack(file, page);
        file.AddPage(page);
        return file.ToBytes();
    }

    private static byte[] Patch(string from, string to) => PdfFile.Latin1(
        Encoding.Latin1.GetString(With(static (_, _) => { })).Replace(from, to, StringComparison.Ordinal));

    private static byte[] Looped()
    {
        string text = Encoding.Latin1.GetString(With(static (_, _) => { }));
        string place = text.Split("startxref\n")[1].Split('\n')[0];
        return PdfFile.Latin1(text.Replace("trailer\n<<", $"trailer\n<< /Prev {place}", StringComparison.Ordinal));
    }

    private static void Picture(PdfFile file, PdfSheet page, int side, byte[] packed)
    {
        int picture = file.AddStream(
            $"/Type /XObject /Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent 8 "
            + "/Filter /FlateDecode",
            packed);
        page.Resources = $"/XObject << /I {picture} 0 R >>";
        page.Draw("q 200 0 0 200 72 300 cm /I Do Q");
    }

    private static byte[] Packed(int length, byte value)
    {
        byte[] same = new byte[length];
        Array.Fill(same, value);
        return Pack(same);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>The same in each run.</summary>
    private static byte[] Noise(int length)
    {
        byte[] bytes = new byte[length];
        uint state = 4417;
        for (int i = 0; i < length; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            bytes[i] = (byte)(state >> 24);
        }

        return bytes;
    }
}
