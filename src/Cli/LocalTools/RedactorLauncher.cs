using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Strongroom.Vocabulary.Paper;

#pragma warning disable RS0030 // The Redactor's launcher is the one place that starts a process.
namespace Strongroom.Cli.LocalTools;

/// <summary>
/// Starts the Redactor program, one process a document, with an empty environment and limits; kills it when time is up.
/// Whatever goes wrong is a refusal.
/// </summary>
/// <param name="isUnsandboxed">Whether limits alone may hold what reads PDF where the sandbox does not start.</param>
internal sealed class RedactorLauncher(bool isUnsandboxed)
{
    private const string ProgramName = "Strongroom.Redactor";
    private const long HeapLimitBytes = 2L << 30;
    private static readonly TimeSpan LimitOfText = TimeSpan.FromMinutes(2);

    /// <summary>The program itself ends each of two children after four minutes.</summary>
    private static readonly TimeSpan LimitOfPages = TimeSpan.FromMinutes(10);

    /// <summary>Asks the program one thing.</summary>
    public async Task<RedactorAnswer> AskAsync(RedactorRequest request, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = StartOf(FindProgram()) };
        process.Start();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(request.Format == PaperFormat.Pdf ? LimitOfPages : LimitOfText);
        try
        {
            Task<byte[]> answer = ReadAsync(process.StandardOutput.BaseStream, limit.Token);
            Task silence = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            await process.StandardInput.BaseStream.WriteAsync(
                RedactorFrames.Write(request with { MayRunUnsandboxed = isUnsandboxed }), limit.Token);
            process.StandardInput.Close();
            await Task.WhenAll(answer, silence, process.WaitForExitAsync(limit.Token));
            return process.ExitCode == 0 && RedactorFrames.TryReadAnswer(await answer, out RedactorAnswer? read)
                ? read
                : new RefusedAnswer(PaperRefusals.Failed.Code, []);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new RefusedAnswer(PaperRefusals.TimeOut.Code, []);
        }
        catch (IOException)
        {
            return new RefusedAnswer(PaperRefusals.Failed.Code, []);
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>What the program misses on this machine to read PDF: names of <see cref="PaperTools"/>.</summary>
    /// <returns>Null where it does not say.</returns>
    public static async Task<IReadOnlyList<string>?> FindMissingAsync(CancellationToken cancellation)
    {
        string program = FindProgram();
        if (!File.Exists(program))
        {
            return null;
        }

        using var process = new Process { StartInfo = StartOf(program, PaperToolsReport.Argument) };
        process.Start();
        try
        {
            byte[] report = new byte[PaperToolsReport.MostBytes];
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(LimitOfText);
            int read = await process.StandardOutput.BaseStream.ReadAtLeastAsync(
                report, report.Length, throwOnEndOfStream: false, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                && PaperToolsReport.TryRead(report.AsSpan(0, read), out IReadOnlyList<string>? missing) ? missing : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            Kill(process);
        }
    }

    private static void Kill(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Never reads more than an answer may hold.</summary>
    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken cancellation)
    {
        byte[] header = new byte[RedactorFrames.HeaderLength];
        int read = await output.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellation);
        if (read < header.Length || !RedactorFrames.TryReadLength(header, out int length))
        {
            return [];
        }

        byte[] frame = new byte[header.Length + length];
        header.CopyTo(frame, 0);
        read = await output.ReadAtLeastAsync(
            frame.AsMemory(header.Length), length, throwOnEndOfStream: false, cancellation);
        return read == length ? frame : [];
    }

    private static ProcessStartInfo StartOf(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory),
        };
        start.Environment.Clear();
        start.Environment["DOTNET_ROOT"] =
            Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimitBytes.ToString("X", CultureInfo.InvariantCulture);
        return start;
    }

    /// <summary>The program beside this one, or in its own folder next to this one's.</summary>
    private static string FindProgram()
    {
        string name = OperatingSystem.IsWindows() ? ProgramName + ".exe" : ProgramName;
        string beside = Path.Combine(AppContext.BaseDirectory, name);
        string sibling = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "redactor", name));
        return File.Exists(beside) || !File.Exists(sibling) ? beside : sibling;
    }
}
