using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// At most one password hash a core at once (64 MiB each) and a bounded queue behind, so that log-ins cannot take the
/// memory.
/// </summary>
internal sealed class HashQueue : IDisposable
{
    private const int WaitingPerCore = 64;
    private readonly SemaphoreSlim _running = new(Environment.ProcessorCount);
    private int _waiting;

    /// <summary>Computes when it is its turn.</summary>
    /// <exception cref="RefusedException">Too many wait already.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> compute, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > WaitingPerCore * Environment.ProcessorCount)
            {
                throw new RefusedException(StaffRefusals.Busy);
            }

            await _running.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            return await Task.Run(compute, cancellation);
        }
        finally
        {
            _running.Release();
        }
    }

    public void Dispose() => _running.Dispose();
}
