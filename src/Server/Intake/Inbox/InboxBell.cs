namespace Strongroom.Server.Intake.Inbox;

/// <summary>The listener rings it when something has come; whoever takes in need not wait for the next look.</summary>
internal sealed class InboxBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung already, and not heard yet.
        }
    }

    /// <summary>Returns when it rings, or after a time.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellation) => _rung.WaitAsync(most, cancellation);

    public void Dispose() => _rung.Dispose();
}
