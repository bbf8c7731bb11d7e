using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// What the Redactor program, started with <see cref="Argument"/>, says of its machine: a line for each program that is
/// missing, and <c>sandbox</c> where none starts. Nothing is missing when nothing is said.
/// </summary>
public static class PaperToolsReport
{
    /// <summary>The argument of the Redactor program.</summary>
    public const string Argument = "check";

    /// <summary>A report is never longer, in bytes.</summary>
    public const int MostBytes = 256;

    /// <summary>Writes a report.</summary>
    public static byte[] Write(IReadOnlyList<string> missing) =>
        Encoding.ASCII.GetBytes(string.Concat(missing.Select(name => name + "\n")));

    /// <summary>Reads a report.</summary>
    /// <param name="untrustedReport">What the program wrote.</param>
    /// <param name="missing">Names of <see cref="PaperTools"/>.</param>
    /// <returns>Whether it holds such names and nothing else.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> untrustedReport, [NotNullWhen(true)] out IReadOnlyList<string>? missing)
    {
        string[] lines = Encoding.ASCII.GetString(untrustedReport).Split('\n');
        bool isReport = lines[^1].Length == 0
            && lines[..^1].All(line => line == PaperTools.Sandbox || PaperTools.All.Any(tool => tool.Program == line));
        missing = isReport ? lines[..^1] : null;
        return isReport;
    }
}
