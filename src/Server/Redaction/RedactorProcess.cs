using System.ComponentModel;
using System.Diagnostics;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

#pragma warning disable RS0030 // The Redactor's launcher is the one place that starts a process.
namespace Strongroom.Server.Redaction;

/// <summary>
/// Hands a document to the Redactor: one process a document, without environment, killed at the end of its time. The
/// one place in the server that starts a process.
/// </summary>
internal sealed class RedactorProcess(RedactorProgram program, Settings settings, TimeProvider time)
{
    /// <summary>An answer is at most this many times as long as its document, plus a little.</summary>
    private const long MostPerByte = 32;
    private const long LeastAnswer = 1024 * 1024;

    /// <summary>A page comes back as a picture, however few bytes described it.</summary>
    private const long MostPerPage = 4L * 1024 * 1024;

    /// <summary>Nor is an answer longer than this, in bytes.</summary>
    private const long MostAnswer = 256L * 1024 * 1024;

    private static readonly SemaphoreSlim Places = new(Environment.ProcessorCount, Environment.ProcessorCount);

    /// <summary>The program's answer. What dies, hangs or talks nonsense counts as a refusal of the document.</summary>
    /// <exception cref="RefusedException">The program is not there.</exception>
    public async Task<RedactorAnswer> RunAsync(RedactorRequest request, CancellationToken cancellation)
    {
        if (!File.Exists(program.File))
        {
            throw new RefusedException(RedactionRefusals.RedactorMissing);
        }

        await Places.WaitAsync(cancellation);
        try
        {
            using var limit = new CancellationTokenSource(LimitOf(request), time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            return await AskAsync(Limit(request), stop.Token) ?? Refuse(PaperRefusals.Failed);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Refuse(PaperRefusals.TimeOut);
        }
        finally
        {
            Places.Release();
        }
    }

    private async Task<RedactorAnswer?> AskAsync(RedactorRequest request, CancellationToken stop)
    {
        using var process = new Process { StartInfo = program.StartInfo() };
        try
        {
            process.Start();
            // What it says on standard error may hold anything: nobody reads it, and it must not block.
            Task discard = process.StandardError.BaseStream.CopyToAsync(Stream.Null, stop);
            Task send = SendAsync(process.StandardInput.BaseStream, request, stop);
            byte[]? frame = await ReceiveAsync(process.StandardOutput.BaseStream, MostBytes(request), stop);
            if (frame is null || !RedactorFrames.TryReadAnswer(frame, out RedactorAnswer? answer))
            {
                return null;
            }

            await Task.WhenAll(send, discard, process.WaitForExitAsync(stop));
            return answer;
        }
        catch (Exception broken) when (broken is IOException or Win32Exception)
        {
            return null;
        }
        finally
        {
            await KillAsync(process);
        }
    }

    /// <summary>What the program misses on this machine to read PDF: names of <see cref="PaperTools"/>.</summary>
    /// <returns>Null where it does not say.</returns>
    public async Task<IReadOnlyList<string>?> FindMissingAsync(CancellationToken cancellation)
    {
        if (!File.Exists(program.File))
        {
            return null;
        }

        using var process = new Process { StartInfo = program.StartInfo(PaperToolsReport.Argument) };
        try
        {
            process.Start();
            byte[] report = new byte[PaperToolsReport.MostBytes];
            using var limit = new CancellationTokenSource(program.Limit, time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            int read = await process.StandardOutput.BaseStream.ReadAtLeastAsync(
                report, report.Length, throwOnEndOfStream: false, stop.Token);
            await process.WaitForExitAsync(stop.Token);
            return process.ExitCode == 0
                && PaperToolsReport.TryRead(report.AsSpan(0, read), out IReadOnlyList<string>? missing) ? missing : null;
        }
        catch (Exception broken) when (broken is IOException or Win32Exception
            || (broken is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
        finally
        {
            await KillAsync(process);
        }
    }

    private TimeSpan LimitOf(RedactorRequest request) =>
        request.Format == PaperFormat.Pdf ? program.LimitOfPages : program.Limit;

    private RedactorRequest Limit(RedactorRequest request) => request with
    {
        MaxBytes = (int)Math.Min(settings.DocumentBytes, int.MaxValue),
        MaxPages = settings.DocumentPages,
        MayRunUnsandboxed = settings.MayReadUnsandboxed,
    };

    private static long MostBytes(RedactorRequest request)
    {
        long most = LeastAnswer + (request.Document.Length * MostPerByte);
        return request.Format == PaperFormat.Pdf
            ? Math.Min(MostAnswer, most + (request.MaxPages * MostPerPage))
            : most;
    }

    private static async Task SendAsync(Stream input, RedactorRequest request, CancellationToken stop)
    {
        try
        {
            await input.WriteAsync(RedactorFrames.Write(request), stop);
            await input.FlushAsync(stop);
        }
        catch (IOException)
        {
            // It has closed its end: what it answered, if anything, decides.
        }
        finally
        {
            await input.DisposeAsync();
        }
    }

    /// <summary>The one frame that the program answers with; null where it is none, or longer than it may be.</summary>
    private static async Task<byte[]?> ReceiveAsync(Stream output, long most, CancellationToken stop)
    {
        byte[] header = new byte[RedactorFrames.HeaderLength];
        int read = await output.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, stop);
        if (read < header.Length || !RedactorFrames.TryReadLength(header, out int length) || length > most)
        {
            return null;
        }

        byte[] frame = new byte[header.Length + length];
        header.CopyTo(frame, 0);
        Memory<byte> payload = frame.AsMemory(header.Length);
        read = await output.ReadAtLeastAsync(payload, payload.Length, throwOnEndOfStream: false, stop);
        return read == payload.Length ? frame : null;
    }

    private static RefusedAnswer Refuse(Refusal refusal) => new(refusal.Code, []);

    private static async Task KillAsync(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None); // it has been killed; nothing may be left behind
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It never started, or has ended by itself.
        }
    }
}
