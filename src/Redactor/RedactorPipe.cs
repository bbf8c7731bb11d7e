using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor;

/// <summary>One request in, one answer out, then the program ends.</summary>
internal static class RedactorPipe
{
    /// <summary>Answers the one request of a pipe.</summary>
    /// <returns>The exit code: 0 when an answer was written.</returns>
    public static async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancellation)
    {
        byte[]? frame = await ReadFrameAsync(input, cancellation);
        if (frame is null || !RedactorFrames.TryReadRequest(frame, out RedactorRequest? request))
        {
            return 2;
        }

        await output.WriteAsync(RedactorFrames.Write(Answer(request)), cancellation);
        await output.FlushAsync(cancellation);
        return 0;
    }

    private static RedactorAnswer Answer(RedactorRequest request)
    {
        try
        {
            return AnswerRequest.Run(request);
        }
#pragma warning disable CA1031 // The document is hostile: whatever it breaks ends in a refusal, and no message leaves, as it may quote the document.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new RefusedAnswer(PaperRefusals.Failed.Code, []);
        }
    }

    private static async Task<byte[]?> ReadFrameAsync(Stream input, CancellationToken cancellation)
    {
        byte[] header = new byte[RedactorFrames.HeaderLength];
        int read = await input.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellation);
        if (read < header.Length || !RedactorFrames.TryReadLength(header, out int length))
        {
            return null;
        }

        byte[] frame = new byte[header.Length + length];
        header.CopyTo(frame, 0);
        read = await input.ReadAtLeastAsync(
            frame.AsMemory(header.Length), length, throwOnEndOfStream: false, cancellation);
        return read == length ? frame : null;
    }
}
