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
    public static int CountProcesses(string word) => Directory.EnumerateDirectories("/proc").Count(folder =>
    {
        try
        {
            return char.IsAsciiDigit(Path.GetFileName(folder)[0])
                && File.ReadAllText(Path.Combine(folder, "cmdline")).Contains(word, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // it has ended
        }
    });
}
