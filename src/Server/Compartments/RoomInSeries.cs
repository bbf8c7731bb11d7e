using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Finds room for a customer: the newest compartment of a series, and the next one when that is full.
/// </summary>
internal sealed class RoomInSeries(CompartmentRegister register, CreateCompartment create) : IDisposable
{
    private readonly SemaphoreSlim _rollOver = new(1, 1);

    /// <summary>The newest compartment of a series.</summary>
    /// <exception cref="RefusedException">There is no such series; it looks like one that is not yours.</exception>
    public async Task<CompartmentFacts> FindAsync(string untrustedSeries, CancellationToken cancellation)
    {
        IReadOnlyList<CompartmentFacts> series = await register.SeriesAsync(untrustedSeries, cancellation);
        return series.Count > 0 ? series[^1] : throw new RefusedException(AccessRefusals.NotFound);
    }

    /// <summary>The compartment after a full one; made where there is none, once, however many ask.</summary>
    public async Task<CompartmentFacts> NextAsync(CompartmentFacts full, CancellationToken cancellation)
    {
        await _rollOver.WaitAsync(cancellation);
        try
        {
            CompartmentFacts newest = await FindAsync(full.Series, cancellation);
            return newest.Number > full.Number
                ? newest
                : await create.NextAsync(Actor.Server, full.Series, full.Number + 1, cancellation);
        }
        finally
        {
            _rollOver.Release();
        }
    }

    public void Dispose() => _rollOver.Dispose();
}
