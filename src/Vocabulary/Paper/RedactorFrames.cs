using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// The frames of the Redactor's pipe: a request to its standard input, an answer from its standard output.
/// A hostile frame gives false, never an exception. Bytes: <c>docs/formats/redactor-pipe.md</c>.
/// </summary>
public static class RedactorFrames
{
    /// <summary>The bytes before the payload: magic, type, length.</summary>
    public const int HeaderLength = 9;

    /// <summary>The longest payload, in bytes.</summary>
    public const int MaxPayloadLength = 512 * 1024 * 1024;

    internal const byte RequestType = 1;
    internal const byte AnswerType = 2;

    // Between the Redactor and its children alone.
    internal const byte DraftType = 3;
    internal const byte ProvedType = 4;

    internal static ReadOnlySpan<byte> Magic => "SRP1"u8;

    /// <summary>
    /// Reads the length of the payload off a frame's header, so that no more than that is read from the pipe.
    /// </summary>
    public static bool TryReadLength(ReadOnlySpan<byte> untrustedHeader, out int length)
    {
        length = 0;
        if (untrustedHeader.Length != HeaderLength || !untrustedHeader.StartsWith(Magic))
        {
            return false;
        }

        length = BinaryPrimitives.ReadInt32BigEndian(untrustedHeader[^sizeof(int)..]);
        return length is >= 0 and <= MaxPayloadLength;
    }

    /// <summary>Writes a request.</summary>
    public static byte[] Write(RedactorRequest request) => RequestFrame.Write(request);

    /// <summary>Writes an answer.</summary>
    public static byte[] Write(RedactorAnswer answer) => AnswerFrame.Write(answer);

    /// <summary>Reads a request, header included.</summary>
    public static bool TryReadRequest(
        ReadOnlySpan<byte> untrustedFrame, [NotNullWhen(true)] out RedactorRequest? request) =>
        RequestFrame.TryRead(untrustedFrame, out request);

    /// <summary>Reads an answer, header included.</summary>
    public static bool TryReadAnswer(
        ReadOnlySpan<byte> untrustedFrame, [NotNullWhen(true)] out RedactorAnswer? answer) =>
        AnswerFrame.TryRead(untrustedFrame, out answer);
}
