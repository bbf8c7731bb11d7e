using System.Diagnostics.CodeAnalysis;
using System.Text;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Reading;

/// <summary>A document as a model: its text in pieces, and what is needed to write it anew.</summary>
internal sealed record PaperDocument(DocumentText Text, char Delimiter)
{
    /// <summary>Reads a document of the expected format.</summary>
    /// <returns>Null when it was read, else why not.</returns>
    public static Refusal? TryRead(
        PaperFormat format, ReadOnlySpan<byte> untrustedBytes, [NotNullWhen(true)] out PaperDocument? document)
    {
        document = null;
        if (format is PaperFormat.None or PaperFormat.Pdf || TextDecoding.IsOtherFormat(untrustedBytes))
        {
            return PaperRefusals.FormatUnknown;
        }

        if (!TextDecoding.TryDecode(untrustedBytes, out string? text))
        {
            return PaperRefusals.EncodingUnknown;
        }

        if (format == PaperFormat.PlainText)
        {
            document = new PaperDocument(DocumentText.Plain(text), ',');
            return null;
        }

        char delimiter = CsvDelimiter.Guess(text);
        if (!CsvReader.TryRead(text, delimiter, out DocumentText? table))
        {
            return PaperRefusals.Malformed;
        }

        document = new PaperDocument(table, delimiter);
        return null;
    }

    /// <summary>Writes the document from its model, in UTF-8 without a mark.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(
        Text.Format == PaperFormat.Csv ? CsvWriter.Write(Text, Delimiter) : Text.Segments[0].Text);
}
