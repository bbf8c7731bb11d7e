using Strongroom.Redactor.Pdf;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Children;

/// <summary>
/// Answers a request without reading a PDF itself: one locked-in child reads the document and draws the copy, another, fresh
/// one proves it. What a child says is checked like any hostile frame, and no part of a malformed answer leaves.
/// </summary>
internal sealed class Supervisor(Sandbox sandbox)
{
    private const int MostPlaces = 20;
    private const int LongestPlace = 200;

    /// <summary>The frame of the answer; null where the frame of the request is malformed.</summary>
    public byte[]? Answer(byte[] untrustedFrame) =>
        RedactorFrames.TryReadRequest(untrustedFrame, out RedactorRequest? request)
            ? RedactorFrames.Write(Run(request, untrustedFrame))
            : null;

    private RedactorAnswer Run(RedactorRequest request, byte[] frame)
    {
        if (request.Format != PaperFormat.Pdf)
        {
            return AnswerRequest.Run(request); // managed code alone reads plain text and CSV
        }

        if (request.Document.Length > request.MaxBytes)
        {
            throw new RefusedException(PaperRefusals.TooLarge);
        }

        byte[] answer = Ask(ChildWork.Reading, frame, request.MayRunUnsandboxed);
        return request.Act == RedactorAct.Apply ? Prove(request, answer) : Take(answer, request.Act);
    }

    private RedactorAnswer Prove(RedactorRequest request, byte[] untrustedDraft)
    {
        if (!ChildFrames.TryReadDraft(untrustedDraft, out Draft? draft))
        {
            return Take(untrustedDraft, request.Act);
        }

        if (draft.PageCount > request.MaxPages)
        {
            throw new RefusedException(PaperRefusals.Failed);
        }

        byte[] proof = Ask(ChildWork.Proving, untrustedDraft, request.MayRunUnsandboxed);
        if (!ChildFrames.TryReadProved(proof, out Proved? proved))
        {
            return Take(proof, request.Act);
        }

        RedactedAnswer answer = PdfRequest.Answer(request, draft, proved);
        return answer.Proof.Holds ? answer : throw new RefusedException(PaperRefusals.ProofFailed);
    }

    /// <summary>An answer as it may come from a child: a proved copy never does, it is put together here.</summary>
    private static RedactorAnswer Take(byte[] untrustedAnswer, RedactorAct act)
    {
        bool isRead = RedactorFrames.TryReadAnswer(untrustedAnswer, out RedactorAnswer? answer);
        bool fits = isRead && answer switch
        {
            FoundAnswer => act == RedactorAct.Find,
            PictureAnswer => act == RedactorAct.Picture,
            RefusedAnswer refused => refused.Places.Count <= MostPlaces
                && refused.Places.All(place => place.Length <= LongestPlace),
            _ => false,
        };
        return fits ? answer! : throw new RefusedException(PaperRefusals.Failed);
    }

    /// <summary>What a fresh child answers.</summary>
    /// <exception cref="RefusedException">It gave no answer, or not in time, or it cannot be locked in.</exception>
    private byte[] Ask(string work, byte[] frame, bool mayRunUnsandboxed)
    {
        if (File.Exists(sandbox.Program)
            && Ask(ChildProcess.Start(sandbox.StartLocked(work), sandbox.Limits.Time), frame) is { } answer)
        {
            return answer;
        }

        if (sandbox.Starts())
        {
            throw new RefusedException(PaperRefusals.Failed); // it was the child, not the sandbox
        }

        return mayRunUnsandboxed
            ? AskLimited(work, frame)
            : throw new RefusedException(PaperRefusals.ToolsMissing);
    }

    private byte[] AskLimited(string work, byte[] frame)
    {
        const string InMemory = "/dev/shm";
        if (OperatingSystem.IsWindows() || !Directory.Exists(InMemory))
        {
            throw new RefusedException(PaperRefusals.ToolsMissing);
        }

        string folder = Path.Combine(InMemory, "strongroom-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            return Ask(ChildProcess.Start(sandbox.StartLimited(folder, work), sandbox.Limits.Time), frame)
                ?? throw new RefusedException(PaperRefusals.Failed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The one frame that a child writes before it ends well; null where it is anything else.</summary>
    private static byte[]? Ask(ChildProcess child, byte[] frame)
    {
        using (child)
        {
            child.Send(frame);
            byte[]? answer = RedactorPipe.ReadFrame(child.Output);
            bool isWell = answer is not null && child.Output.ReadByte() < 0 && child.WaitForEnd() == 0;
            if (child.IsLate)
            {
                throw new RefusedException(PaperRefusals.TimeOut);
            }

            return isWell ? answer : null;
        }
    }
}
