namespace Strongroom.Cli;

/// <summary>A verb cannot go on: said once, with its hint, and the program ends with the code.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="sentence">What happened: lower case, no full stop.</param>
/// <param name="hint">What to do next, or null.</param>
internal sealed class StoppedException(int exitCode, string sentence, string? hint) : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;

    public string? Hint { get; } = hint;
}
