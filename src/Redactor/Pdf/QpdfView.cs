using System.Text.RegularExpressions;
using System.Globalization;
using System.Text;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// A PDF as qpdf unpacks it, without pictures and without bare numbers: those are lengths and places, and removed numbers would
/// be met among them by chance. That there is nothing else but numbers between the names, <see cref="WrittenForm"/> has seen.
/// </summary>
internal static partial class QpdfView
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="view">What can be read in it.</param>
    /// <returns>Whether qpdf finds nothing to mend.</returns>
    public static bool TryRead(string file, out byte[] view)
    {
        int code = Tool.Run(
            "qpdf", out byte[] unpacked, "--qdf", "--static-id", "--object-streams=disable", "--no-original-object-ids",
            file, "-");
        view = WithoutPictures(unpacked);
        return code == 0; // 3: it mended something
    }

    private static byte[] WithoutPictures(ReadOnlySpan<byte> unpacked)
    {
        var view = new StringBuilder();
        while (!unpacked.IsEmpty)
        {
            int stream = unpacked.IndexOf("\nstream\n"u8);
            string text = Encoding.Latin1.GetString(stream < 0 ? unpacked : unpacked[..stream]);
            view.Append(BareNumber().Replace(text, " ")).Append('\n');
            if (stream < 0)
            {
                break;
            }

            ReadOnlySpan<byte> content = unpacked[(stream + 8)..];
            Match picture = PictureSize().Match(text[Math.Max(0, text.LastIndexOf("\n<<", StringComparison.Ordinal))..]);
            int length = picture.Success ? BytesOf(picture) : Math.Max(0, content.IndexOf("\nendstream"u8));
            length = Math.Clamp(length, 0, content.Length);
            if (!picture.Success)
            {
                view.Append(BareNumber().Replace(Encoding.Latin1.GetString(content[..length]), " ")).Append('\n');
            }

            unpacked = content[length..];
        }

        return Encoding.UTF8.GetBytes(view.ToString());
    }

    private static int BytesOf(Match picture) =>
        (int.Parse(picture.Groups["width"].ValueSpan, CultureInfo.InvariantCulture) + 1) / 2
        * int.Parse(picture.Groups["height"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"/Height (?<height>\d{1,6})\n.*/Subtype /Image\n.*/Width (?<width>\d{1,6})\n",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PictureSize();

    [GeneratedRegex(@"(?<![<\w.-])-?\d+(\.\d+)?(?![\w>])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex BareNumber();
}
