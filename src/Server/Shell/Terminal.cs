namespace Strongroom.Server.Shell;

/// <summary>What the server prints for the person who starts it; the only place that names the console.</summary>
internal static class Terminal
{
#pragma warning disable RS0030 // This file is where the ban on the console is lifted.
    public static void Print(string text) => Console.Out.WriteLine(text);

    public static void Complain(string text) => Console.Error.WriteLine(text);
#pragma warning restore RS0030
}
