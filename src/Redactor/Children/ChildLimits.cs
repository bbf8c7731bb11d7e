using System.Globalization;

namespace Strongroom.Redactor.Children;

/// <summary>How much one child, and each program that it starts, may take.</summary>
internal sealed record ChildLimits
{
    /// <summary>A child takes no longer; then all of it is killed.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Time of processors that one process may use.</summary>
    public TimeSpan ProcessorTime { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Memory that one process may write to, in bytes.</summary>
    public long MemoryBytes { get; init; } = 4L << 30;

    /// <summary>The heap of the child itself, in bytes.</summary>
    public long HeapBytes { get; init; } = 2L << 30;

    /// <summary>The longest file, and all files of the child together, in bytes.</summary>
    public long FileBytes { get; init; } = 1L << 30;

    /// <summary>Processes and threads together; the kernel does not count those of an account that is root outside.</summary>
    public int Tasks { get; init; } = 256;

    /// <summary>Open files of one process.</summary>
    public int OpenFiles { get; init; } = 256;

    /// <summary>What <c>prlimit</c> is told. Nobody dumps the memory of a child: it holds the document.</summary>
    /// <param name="countsTasks">Whether the account has processes of children alone.</param>
    public IEnumerable<string> Arguments(bool countsTasks)
    {
        string[] always =
        [
            "--core=0",
            Text($"--cpu={(long)ProcessorTime.TotalSeconds}"),
            Text($"--data={MemoryBytes}"),
            Text($"--fsize={FileBytes}"),
            Text($"--nofile={OpenFiles}"),
        ];
        return countsTasks ? always.Append(Text($"--nproc={Tasks}")) : always;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
