using System.Diagnostics.CodeAnalysis;
using Strongroom.Redactor.Pdf;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Children;

/// <summary>
/// The frames between the supervisor and its children: a copy to prove, and what the proof found. Both come from programs
/// that a document may have taken over: a hostile frame gives false. Bytes: <c>docs/formats/redactor-pipe.md</c>.
/// </summary>
internal static class ChildFrames
{
    /// <summary>Writes a draft.</summary>
    public static byte[] Write(Draft draft)
    {
        var writer = new FrameWriter(RedactorFrames.DraftType);
        writer.Int(draft.PageCount);
        writer.List(draft.Values, writer.Text);
        writer.List(draft.Kept, writer.Text);
        writer.List(draft.Removed, value => ProofFrame.WriteRemoved(writer, value));
        writer.Bytes(draft.Copy.Span);
        return writer.ToFrame();
    }

    /// <summary>Writes what a proof found.</summary>
    public static byte[] Write(Proved proved)
    {
        var writer = new FrameWriter(RedactorFrames.ProvedType);
        DocumentTextFrame.Write(writer, proved.Text);
        writer.List(proved.Searches, search => ProofFrame.WriteSearch(writer, search));
        writer.Int(proved.ValueCount);
        return writer.ToFrame();
    }

    /// <summary>Reads a draft, header included.</summary>
    public static bool TryReadDraft(ReadOnlySpan<byte> untrustedFrame, [NotNullWhen(true)] out Draft? draft)
    {
        var reader = new FrameReader(untrustedFrame, RedactorFrames.DraftType);
        int pageCount = reader.Int();
        List<string> values = reader.List(sizeof(int), ReadText);
        List<string> kept = reader.List(sizeof(int), ReadText);
        List<RemovedValue> removed = reader.List(ProofFrame.RemovedLength, ProofFrame.ReadRemoved);
        var read = new Draft(reader.Bytes().ToArray(), pageCount, values, kept, removed);
        draft = reader.IsWhole && pageCount > 0 ? read : null;
        return draft is not null;
    }

    /// <summary>Reads what a proof found, header included.</summary>
    public static bool TryReadProved(ReadOnlySpan<byte> untrustedFrame, [NotNullWhen(true)] out Proved? proved)
    {
        var reader = new FrameReader(untrustedFrame, RedactorFrames.ProvedType);
        DocumentText text = DocumentTextFrame.Read(ref reader);
        var read = new Proved(text, reader.List(ProofFrame.SearchLength, ProofFrame.ReadSearch), reader.Int());
        proved = reader.IsWhole ? read : null;
        return proved is not null;
    }

    private static string ReadText(ref FrameReader reader) => reader.Text();
}
