using System.Diagnostics;
using System.Text.Json;

namespace Strongroom.Sealing.Tests;

/// <summary>Runs a program of tests/vectors in a Python process: JSON on its input, JSON on its output.</summary>
internal static class Python
{
    // The one that Debian's packages belong to, whatever else is on the path.
    private const string OfTheSystem = "/usr/bin/python3";

    public static async Task<JsonElement> AskAsync(string program, string question, CancellationToken cancellation)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "vectors", program);
        ProcessStartInfo start = new(File.Exists(OfTheSystem) ? OfTheSystem : "python3", ["-B", path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using Process process = Start(start);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        Task<string> answer = process.StandardOutput.ReadToEndAsync(cancellation);
        await WriteAsync(process, question, cancellation);
        await process.WaitForExitAsync(cancellation);
        string said = await errors;
        Assert.SkipWhen(
            said.Contains("No module named 'cryptography'", StringComparison.Ordinal),
            "python3-cryptography is not installed (Debian package of that name)");
        Assert.True(process.ExitCode == 0, said);
        return JsonDocument.Parse(await answer).RootElement;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed");
            throw;
        }
    }

    private static async Task WriteAsync(Process process, string question, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.WriteAsync(question.AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read everything; what it said, or its exit code, tells why.
        }
    }
}
