using System.Diagnostics;

namespace Strongroom.Server.Tests.Whole;

/// <summary>Folders as a thief or a restore would take them.</summary>
internal static class Folders
{
    /// <summary>A place for a test that goes with the returned object.</summary>
    public static TemporaryFolder New() => new();

    /// <summary>Copies a folder, also one that a server is writing just now, into a new one.</summary>
    public static void Copy(string from, string to)
    {
        // The server locks some of its files; a thief's copy does not ask for locks.
        using Process copy = Process.Start("cp", ["-a", from, to]);
        copy.WaitForExit();
        Assert.Equal(0, copy.ExitCode);
    }

    public static void Replace(string from, string to)
    {
        Directory.Delete(to, recursive: true);
        Copy(from, to);
    }

    /// <summary>The databases of the compartments, by folder; the write-ahead logs go with them.</summary>
    public static IReadOnlyList<string> Compartments(string data) =>
        [.. Directory.EnumerateDirectories(Path.Combine(data, "compartments"))];
}
