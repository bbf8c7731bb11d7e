using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor;

/// <summary>
/// One frame in, one frame out, then the program ends. All of it on the thread that began: the kernel ends a child with the
/// thread that started it.
/// </summary>
internal static class RedactorPipe
{
    /// <summary>Answers the one frame of a pipe.</summary>
    /// <param name="input">Where it comes from.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="answer">Makes the answer; null where the frame is malformed.</param>
    /// <returns>The exit code: 0 when an answer was written, 2 when there was nothing to answer.</returns>
    public static int Run(Stream input, Stream output, Func<byte[], byte[]?> answer)
    {
        byte[]? frame = ReadFrame(input);
        if (frame is null || Answer(frame, answer) is not { } written)
        {
            return 2;
        }

        output.Write(written);
        output.Flush();
        return 0;
    }

    /// <summary>Reads one frame, and no byte more.</summary>
    /// <returns>Null where there is none.</returns>
    public static byte[]? ReadFrame(Stream input)
    {
        byte[] header = new byte[RedactorFrames.HeaderLength];
        int read = input.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read < header.Length || !RedactorFrames.TryReadLength(header, out int length))
        {
            return null;
        }

        byte[] frame = new byte[header.Length + length];
        header.CopyTo(frame, 0);
        return input.ReadAtLeast(frame.AsSpan(header.Length), length, throwOnEndOfStream: false) == length ? frame : null;
    }

    private static byte[]? Answer(byte[] frame, Func<byte[], byte[]?> answer)
    {
        try
        {
            return answer(frame);
        }
        catch (RefusedException refused)
        {
            return RedactorFrames.Write(new RefusedAnswer(refused.Refusal.Code, []));
        }
#pragma warning disable CA1031 // The document is hostile: whatever it breaks ends in a refusal, and no message leaves, as it may quote the document.
        catch (Exception)
#pragma warning restore CA1031
        {
            return RedactorFrames.Write(new RefusedAnswer(PaperRefusals.Failed.Code, []));
        }
    }
}
