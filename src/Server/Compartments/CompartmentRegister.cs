using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>The compartments as the registry has them. Kept in memory: there are few, and every request asks.</summary>
internal sealed class CompartmentRegister(IDbContextFactory<RegistryDb> registry) : IDisposable
{
    private readonly SemaphoreSlim _change = new(1, 1);
    private volatile IReadOnlyList<CompartmentFacts>? _all;

    /// <summary>Every compartment, by series and number.</summary>
    public async Task<IReadOnlyList<CompartmentFacts>> AllAsync(CancellationToken cancellation) =>
        _all ?? await LoadAsync(cancellation);

    public async Task<CompartmentFacts?> FindAsync(CompartmentId id, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(facts => facts.Id == id);

    /// <summary>The compartments of a series, oldest first; empty where there is no such series.</summary>
    public async Task<IReadOnlyList<CompartmentFacts>> SeriesAsync(string series, CancellationToken cancellation) =>
        [.. (await AllAsync(cancellation)).Where(facts => facts.Series == series)];

    /// <summary>
    /// Where somebody means to look: every open compartment of the series assigned, or the one or the series named. Whether
    /// they may look there is the door's matter, which also records that they tried.
    /// </summary>
    /// <exception cref="RefusedException">Nothing has that name; it looks like one that is not yours.</exception>
    public async Task<IReadOnlyList<CompartmentFacts>> PlacesAsync(
        Standing who, string? untrustedName, CancellationToken cancellation)
    {
        IReadOnlyList<CompartmentFacts> all = await AllAsync(cancellation);
        if (untrustedName is null)
        {
            return [.. all.Where(facts => who.Series.Contains(facts.Series) && !facts.IsClosed)];
        }

        List<CompartmentFacts> named =
            [.. all.Where(facts => facts.Series == untrustedName || facts.Name == untrustedName)];
        return named.Count > 0 ? named : throw new RefusedException(AccessRefusals.NotFound);
    }

    /// <summary>Reads the registry.</summary>
    public async Task<TResult> ReadAsync<TResult>(Func<RegistryDb, Task<TResult>> read, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await read(db);
    }

    /// <summary>Changes the registry, one change at a time, and forgets what was in memory.</summary>
    public async Task<TResult> ChangeAsync<TResult>(
        Func<RegistryDb, Task<TResult>> change, CancellationToken cancellation)
    {
        await _change.WaitAsync(cancellation);
        try
        {
            await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
            TResult result = await change(db);
            await db.SaveChangesAsync(cancellation);
            _all = null;
            return result;
        }
        finally
        {
            _change.Release();
        }
    }

    public void Dispose() => _change.Dispose();

    private async Task<IReadOnlyList<CompartmentFacts>> LoadAsync(CancellationToken cancellation)
    {
        await _change.WaitAsync(cancellation);
        try
        {
            await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
            return _all ??= await db.Set<CompartmentRow>().AsNoTracking()
                .OrderBy(row => row.Series).ThenBy(row => row.Number)
                .Select(row => new CompartmentFacts(row.Id, row.Name, row.Series, row.Number, row.Cap, row.IsClosed))
                .ToListAsync(cancellation);
        }
        finally
        {
            _change.Release();
        }
    }
}
