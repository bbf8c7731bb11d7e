using System.Text;
using Strongroom.Redactor.Children;

namespace Strongroom.Redactor.Tests;

/// <summary>Runs commands inside the real sandbox.</summary>
internal static class Locked
{
    /// <summary>Runs a shell in it.</summary>
    /// <returns>The exit code, and what it wrote on standard output.</returns>
    public static (int Code, string Output) Run(string script, ChildLimits? limits = null) =>
        RunProgram(limits ?? new ChildLimits(), "/bin/sh", "-c", script);

    /// <summary>Runs a program in it.</summary>
    public static (int Code, string Output) RunProgram(ChildLimits limits, params string[] command)
    {
        var sandbox = new Sandbox { Limits = limits };
        using var child = ChildProcess.Start(sandbox.StartCommand(command), TimeSpan.FromSeconds(60));
        child.Send(ReadOnlyMemory<byte>.Empty);
        using var reader = new StreamReader(child.Output, Encoding.UTF8);
        string output = reader.ReadToEnd();
        return (child.WaitForEnd(), output);
    }

    /// <summary>How many processes of this machine hold a word in their command lines.</summary>
    public static int CountProcesses(string word) =>
        CommandLines().Count(line => line.Contains(word, StringComparison.Ordinal));

    /// <summary>Whether a process of this machine was started so.</summary>
    /// <param name="command">Its words, each but the last one with a NUL behind it.</param>
    public static bool IsRunning(string command) =>
        CommandLines().Any(line => line.StartsWith(command, StringComparison.Ordinal));

    private static IEnumerable<string> CommandLines() => Directory.EnumerateDirectories("/proc")
        .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        .Select(folder =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (IOException)
            {
                return string.Empty; // it has ended
            }
        });
}
