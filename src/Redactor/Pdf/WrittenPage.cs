using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Strongroom.Redactor.Pdf;

/// <summary>One page of a copy that <see cref="WrittenForm"/> has found in its place, with both streams still packed.</summary>
/// <param name="Width">In points, as it is written.</param>
/// <param name="Height">In points, as it is written.</param>
/// <param name="Content">Its operators.</param>
/// <param name="Picture">Its picture.</param>
/// <param name="PictureLength">How many bytes the picture unpacks to.</param>
internal sealed partial record WrittenPage(
    string Width, string Height, ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> Picture, long PictureLength)
{
    private const int MostContent = 64 << 20;
    private const int LargestPicture = 64 << 20;

    /// <summary>The upright size in points.</summary>
    public (double Width, double Height) Size =>
        (double.Parse(Width, CultureInfo.InvariantCulture), double.Parse(Height, CultureInfo.InvariantCulture));

    /// <summary>The texts, set and unseen, in the order they are written; null where anything is not of the form.</summary>
    public string? ReadTexts() =>
        PictureLength is > 0 and <= LargestPicture && IsPacked(Picture, (int)PictureLength)
        && TryUnpack(Content, out byte[] content) && IsPacked(Content, content.Length)
            ? ReadTexts(Encoding.Latin1.GetString(content))
            : null;

    private string? ReadTexts(string content)
    {
        string picture = $"q {Width} 0 0 {Height} 0 0 cm /P Do Q\n";
        if (!content.StartsWith(picture, StringComparison.Ordinal) || content[^1] != '\n')
        {
            return null;
        }

        var texts = new StringBuilder();
        foreach (string line in content[picture.Length..^1].Split('\n'))
        {
            Match match = Operators().Match(line);
            if (!match.Success)
            {
                return null;
            }

            if (match.Groups["set"].Success)
            {
                texts.Append(Encoding.Latin1.GetString(Convert.FromHexString(match.Groups["set"].ValueSpan))).Append(' ');
            }
            else if (match.Groups["unseen"].Success)
            {
                texts.Append(Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups["unseen"].ValueSpan)))
                    .Append(' ');
            }
        }

        return texts.ToString();
    }

    /// <summary>Whether a stream is what packing gives of what it unpacks to: many others unpack to the same.</summary>
    private static bool IsPacked(ReadOnlyMemory<byte> packed, int length)
    {
        byte[] content = new byte[length];
        try
        {
            using ZLibStream zlib = PdfBytes.Unpack(packed);
            if (zlib.ReadAtLeast(content, length, throwOnEndOfStream: false) != length)
            {
                return false;
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return packed.Span.SequenceEqual(PdfBytes.Pack(content));
    }

    private static bool TryUnpack(ReadOnlyMemory<byte> packed, out byte[] content)
    {
        using var target = new MemoryStream();
        try
        {
            using ZLibStream zlib = PdfBytes.Unpack(packed);
            byte[] buffer = new byte[1 << 16];
            for (int read = zlib.Read(buffer); read > 0 && target.Length <= MostContent; read = zlib.Read(buffer))
            {
                target.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            content = [];
            return false;
        }

        content = target.ToArray();
        return content.Length is > 0 and <= MostContent;
    }

    private const string Measure = WrittenForm.Measure;

    [GeneratedRegex(
        @"\A(BT|ET|3 Tr|[01] g /F\d " + Measure + @" Tf"
        + @"|1 0 0 1 " + Measure + " " + Measure + @" Tm <(?<set>([0-9A-F]{2})*)> Tj"
        + @"|/U " + Measure + @" Tf \d{1,9} Tz 1 0 0 1 " + Measure + " " + Measure + @" Tm"
        + @"|<(?<unseen>([0-9A-F]{4})*)> Tj)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Operators();
}
