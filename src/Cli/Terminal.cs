using System.Text;

namespace Strongroom.Cli;

/// <summary>The terminal, or the pipes in its place; the only place that names the console.</summary>
internal static class Terminal
{
#pragma warning disable RS0030 // This file is where the ban on the console is lifted.
    /// <summary>Whether a person can be asked.</summary>
    public static bool IsInteractive => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Whether tables are read by a person.</summary>
    public static bool IsOutputATerminal => !Console.IsOutputRedirected;

    /// <summary>What the command answers.</summary>
    public static TextWriter Out => Console.Out;

    /// <summary>What went wrong, and progress.</summary>
    public static TextWriter Error => Console.Error;

    public static void Print(string text) => Console.Out.Write(text + "\n");

    public static void Complain(string text) => Console.Error.Write(text + "\n");

    /// <summary>Progress: to standard error, and only where a person looks on.</summary>
    public static void Note(string text)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write(text + "\n");
        }
    }

    /// <summary>Asks for a line; without a person it is the next line of standard input.</summary>
    /// <exception cref="StoppedException">Standard input has ended.</exception>
    public static string Ask(string question)
    {
        if (IsInteractive)
        {
            Console.Error.Write(question + ": ");
        }

        return Console.In.ReadLine() ?? throw Ended(question);
    }

    /// <summary>Asks for a secret; nothing of it shows.</summary>
    /// <exception cref="StoppedException">Standard input has ended.</exception>
    public static string AskSecret(string question)
    {
        if (!IsInteractive)
        {
            return Console.In.ReadLine() ?? throw Ended(question);
        }

        Console.Error.Write(question + ": ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.Write("\n");
        return typed.ToString();
    }

    public static Task<string> ReadAllAsync(CancellationToken cancellation) => Console.In.ReadToEndAsync(cancellation);

    public static Stream OpenInput() => Console.OpenStandardInput();

    public static Stream OpenOutput() => Console.OpenStandardOutput();

    private static StoppedException Ended(string question) => new(
        ExitCodes.Usage, $"standard input ended before this was answered: {question}",
        "answer at a terminal, or give one answer a line");
#pragma warning restore RS0030
}
