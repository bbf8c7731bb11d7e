using System.Diagnostics;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

#pragma warning disable RS0030 // Foreign documents are read by foreign programs, and nowhere but here are they started.
namespace Strongroom.Redactor.Pdf;

/// <summary>
/// A program of Debian's that reads or draws PDF, with its standard output as bytes. What it complains about may quote the
/// document: nobody reads that. It is killed when this is disposed before it has ended.
/// </summary>
internal sealed class Tool : IDisposable
{
    private const string Folder = "/usr/bin";
    private readonly Process _process;

    private Tool(Process process) => _process = process;

    /// <summary>What it writes.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Starts a program.</summary>
    /// <exception cref="RefusedException">It is not installed.</exception>
    public static Tool Start(string name, params IEnumerable<string> arguments)
    {
        string file = Path.Combine(Folder, name);
        if (!File.Exists(file))
        {
            throw new RefusedException(PaperRefusals.ToolsMissing);
        }

        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var process = new Process { StartInfo = start };
        process.ErrorDataReceived += static (_, _) => { };
        process.Start();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        return new Tool(process);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="name">Its name in <c>/usr/bin</c>.</param>
    /// <param name="output">What it wrote.</param>
    /// <param name="arguments">What it is asked.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="RefusedException">It is not installed.</exception>
    public static int Run(string name, out byte[] output, params IEnumerable<string> arguments)
    {
        using Tool tool = Start(name, arguments);
        using var buffer = new MemoryStream();
        tool.Output.CopyTo(buffer);
        output = buffer.ToArray();
        return tool.WaitForEnd();
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Its exit code.</returns>
    public int WaitForEnd()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
