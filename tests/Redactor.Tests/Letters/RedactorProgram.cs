using System.Diagnostics;
using System.Runtime.InteropServices;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests.Letters;

/// <summary>The Redactor as the process that it is, with a limit of time.</summary>
internal static class RedactorProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    /// <summary>Asks one thing; the process must end by itself, and answer.</summary>
    public static async Task<RedactorAnswer> AskAsync(RedactorRequest request)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Strongroom.Redactor"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["DOTNET_ROOT"] =
            Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "80000000";
        using var process = new Process { StartInfo = start };
        process.Start();
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            using var output = new MemoryStream();
            Task answer = process.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
            Task<string> complaints = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.BaseStream.WriteAsync(RedactorFrames.Write(request), limit.Token);
            process.StandardInput.Close();
            await Task.WhenAll(answer, complaints, process.WaitForExitAsync(limit.Token));
            Assert.Equal((0, string.Empty), (process.ExitCode, await complaints));
            Assert.True(RedactorFrames.TryReadAnswer(output.ToArray(), out RedactorAnswer? read));
            return read;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
