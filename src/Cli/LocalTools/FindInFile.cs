using System.Text;
using Strongroom.Recognition;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary>Finds in one file: a PDF is handed to the Redactor, anything else is plain text and read here.</summary>
internal sealed class FindInFile(RedactorLauncher redactor)
{
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What was found, or why the file is refused.</summary>
    public async Task<RedactorAnswer> RunAsync(Stream stream, string extension, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellation);
        ReadOnlyMemory<byte> bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (PaperFormats.FromExtension(extension) == PaperFormat.Pdf)
        {
            var request = new RedactorRequest { Act = RedactorAct.Find, Format = PaperFormat.Pdf, Document = bytes };
            return await redactor.AskAsync(request, cancellation);
        }

        if (!System.Text.Unicode.Utf8.IsValid(bytes.Span))
        {
            return new RefusedAnswer(PaperRefusals.EncodingUnknown.Code, []);
        }

        bool hasMark = bytes.Span.StartsWith(Encoding.UTF8.Preamble);
        string text = Strict.GetString(bytes.Span[(hasMark ? 3 : 0)..]);
        return new FoundAnswer(DocumentText.Plain(text), PatternFinder.Find(text));
    }
}
