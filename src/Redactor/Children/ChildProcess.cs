using System.ComponentModel;
using System.Diagnostics;

#pragma warning disable RS0030 // The Redactor's children are started here and nowhere else.
namespace Strongroom.Redactor.Children;

/// <summary>
/// A child with everything that it starts in turn: killed when its time is up, and in any case when this is disposed. It must
/// be started on a thread that outlives it.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly Thread _silence;
    private readonly Timer _timer;
    private Thread? _feed;
    private volatile bool _isLate;

    private ChildProcess(Process process, TimeSpan limit)
    {
        _process = process;
        // What it complains about may quote the document: nobody reads that, and it must not block.
        _silence = Run(() => _process.StandardError.BaseStream.CopyTo(Stream.Null));
        _timer = new Timer(_ => End(), null, limit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether it was killed because its time was up.</summary>
    public bool IsLate => _isLate;

    /// <summary>What it writes.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Starts a child.</summary>
    /// <param name="start">How, with all three pipes.</param>
    /// <param name="limit">How long it may take.</param>
    public static ChildProcess Start(ProcessStartInfo start, TimeSpan limit)
    {
        var process = new Process { StartInfo = start };
        process.Start();
        return new ChildProcess(process, limit);
    }

    /// <summary>Hands it its input, while this thread may read what it writes.</summary>
    public void Send(ReadOnlyMemory<byte> input) => _feed = Run(() =>
    {
        using Stream stream = _process.StandardInput.BaseStream;
        stream.Write(input.Span);
    });

    /// <summary>Waits until it has ended, by itself or because its time was up.</summary>
    /// <returns>Its exit code.</returns>
    public int WaitForEnd()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        Kill();
        _process.WaitForExit();
        _feed?.Join();
        _silence.Join();
        _process.Dispose();
    }

    private void End()
    {
        _isLate = true;
        Kill();
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, all of it or in part.
        }
    }

    private static Thread Run(Action copy)
    {
        var thread = new Thread(() =>
        {
            try
            {
                copy();
            }
            catch (IOException)
            {
                // It has closed its end: what it answered, if anything, decides.
            }
        });
        thread.Start();
        return thread;
    }
}
