using System.Text;
using Strongroom.Recognition;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary>
/// Finds in one input: plain text in this program, a PDF in the Redactor, which alone reads such documents.
/// </summary>
internal static class FindInFile
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(120);

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text and the findings, or why not.</summary>
    public static async Task<RedactorAnswer> RunAsync(string file, Stream content, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellation);
        ReadOnlyMemory<byte> bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (PaperFormats.FromExtension(Path.GetExtension(file)) == PaperFormat.Pdf)
        {
            var request = new RedactorRequest
            {
                Act = RedactorAct.Find,
                Format = PaperFormat.Pdf,
                Document = bytes,
            };
            return await new RedactorLauncher(TimeLimit).AskAsync(request, cancellation);
        }

        if (!System.Text.Unicode.Utf8.IsValid(bytes.Span))
        {
            return new RefusedAnswer(PaperRefusals.EncodingUnknown.Code, []);
        }

        bool hasMark = bytes.Span.StartsWith(Encoding.UTF8.Preamble);
        var text = DocumentText.Plain(Strict.GetString(bytes.Span[(hasMark ? 3 : 0)..]));
        return new FoundAnswer(text, PatternFinder.Find(text));
    }
}
