using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// A copy as qpdf reads it (its JSON, version 2): every name and string, and what every stream but the pictures unpacks to. Bare
/// numbers are left out: those are lengths and places, and removed numbers would be met among them by chance. That there is nothing
/// else but numbers between the names, and what a picture is, <see cref="WrittenForm"/> has seen.
/// </summary>
internal static partial class QpdfView
{
    private const string StreamData = "data";

    /// <summary>Reads a copy of ours.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="pageCount">How many pages it has.</param>
    /// <param name="view">What can be read in it, in UTF-8.</param>
    /// <returns>Whether qpdf finds nothing to mend.</returns>
    /// <exception cref="RefusedException">qpdf gave no answer.</exception>
    public static bool TryRead(string file, int pageCount, out byte[] view)
    {
        IEnumerable<string> objects = RedactedPdf.AllButPictures(pageCount).Select(
            number => string.Create(CultureInfo.InvariantCulture, $"--json-object={number}"));
        int code = Tool.Run(
            "qpdf", out byte[] json,
            [
                "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=specialized",
                "--json-object=trailer", .. objects, file,
            ]);
        try
        {
            view = Encoding.UTF8.GetBytes(TextsOf(json));
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or InvalidOperationException)
        {
            throw new RefusedException(PaperRefusals.Malformed);
        }

        return code == 0; // 3: it mended something
    }

    private static string TextsOf(ReadOnlySpan<byte> json)
    {
        var view = new StringBuilder();
        var reader = new Utf8JsonReader(json);
        bool isData = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                isData = reader.ValueTextEquals(StreamData);
                view.Append(reader.GetString()).Append('\n');
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                view.Append(isData ? ContentOf(reader.GetBytesFromBase64()) : TextOf(reader.GetString()!)).Append('\n');
            }
        }

        return view.ToString();
    }

    private static string ContentOf(byte[] data) => BareNumber().Replace(Encoding.Latin1.GetString(data), " ");

    /// <summary>A name, a text ("u:") or bytes ("b:").</summary>
    private static string TextOf(string value) => value.StartsWith("b:", StringComparison.Ordinal)
        ? Encoding.Latin1.GetString(Convert.FromHexString(value.AsSpan(2)))
        : value;

    [GeneratedRegex(@"(?<![<\w.-])-?\d+(\.\d+)?(?![\w>])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex BareNumber();
}
