using System.Diagnostics;

namespace Strongroom.Cli.Tests;

/// <summary>The real program, started as people start it.</summary>
internal sealed class Strongroom(IReadOnlyDictionary<string, string>? environment = null)
{
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Strongroom.Cli");

    /// <summary>Runs it to its end.</summary>
    public async Task<Result> RunAsync(string input, params string[] arguments)
    {
        using Process process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Result(process.ExitCode, output, await error);
    }

    /// <summary>Starts it; the caller ends it.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Asks a process to stop, as a service manager does.</summary>
    public static async Task TerminateAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>What a run came to.</summary>
    internal sealed record Result(int Code, string Output, string Error);
}
