using Strongroom.Server.Storage;

namespace Strongroom.Server.Intake.Listener;

/// <summary>
/// Syncs a folder for many at once: whoever comes while a sync runs waits for the next one, which all of them share.
/// </summary>
internal sealed class FolderSync(string folder)
{
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;

    /// <summary>Returns when a sync has ended that began after this call.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public Task SyncAsync()
    {
        lock (_lock)
        {
            return _next ??= SyncAfterAsync(_running);
        }
    }

    private async Task SyncAfterAsync(Task before)
    {
        await Task.WhenAny(before);
        await Task.Yield();
        lock (_lock)
        {
            _running = _next!;
            _next = null;
        }

        DurableFile.SyncFolder(folder);
    }
}
