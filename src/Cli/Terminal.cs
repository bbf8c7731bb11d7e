namespace Strongroom.Cli;

/// <summary>The terminal: the one place of this program that touches the console.</summary>
internal static class Terminal
{
#pragma warning disable RS0030 // Programs print through here and nowhere else.
    /// <summary>What the command answers.</summary>
    public static TextWriter Out => Console.Out;

    /// <summary>What went wrong, and progress.</summary>
    public static TextWriter Error => Console.Error;

    /// <summary>Standard input as bytes.</summary>
    public static Stream OpenInput() => Console.OpenStandardInput();

    /// <summary>Standard output as bytes.</summary>
    public static Stream OpenOutput() => Console.OpenStandardOutput();
#pragma warning restore RS0030
}
