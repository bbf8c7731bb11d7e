using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>The imports in the registry. Changes go one at a time, so that two clicks start one job.</summary>
internal sealed class KeptImports(IDbContextFactory<RegistryDb> registry) : IDisposable
{
    private readonly SemaphoreSlim _change = new(1, 1);

    public async Task AddAsync(KeptImport import, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        db.Add(import);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<KeptImport?> FindAsync(JobId id, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<KeptImport>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
    }

    /// <summary>The newest imports into some series.</summary>
    public async Task<IReadOnlyList<KeptImport>> NewestAsync(
        IReadOnlySet<string> series, int limit, CancellationToken cancellation)
    {
        List<string> names = [.. series];
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<KeptImport>().AsNoTracking()
            .Where(row => names.Contains(row.Series))
            .OrderByDescending(row => row.CreatedAt)
            .Take(limit)
            .ToListAsync(cancellation);
    }

    /// <summary>Those from before an instant.</summary>
    public async Task<IReadOnlyList<KeptImport>> BeforeAsync(DateTimeOffset instant, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<KeptImport>().AsNoTracking()
            .Where(row => row.CreatedAt < instant).ToListAsync(cancellation);
    }

    /// <summary>Looks at an import as it is now and changes it, while nobody else does.</summary>
    /// <returns>What the change gave.</returns>
    /// <exception cref="RefusedException">It is gone.</exception>
    public async Task<TResult> ChangeAsync<TResult>(
        JobId id, Func<KeptImport, Task<TResult>> change, CancellationToken cancellation)
    {
        await _change.WaitAsync(cancellation);
        try
        {
            await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
            KeptImport row = await db.Set<KeptImport>().FirstOrDefaultAsync(row => row.Id == id, cancellation)
                ?? throw new RefusedException(ImportRefusals.NotFound);
            TResult result = await change(row);
            await db.SaveChangesAsync(cancellation);
            return result;
        }
        finally
        {
            _change.Release();
        }
    }

    public async Task RemoveAsync(JobId id, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        await db.Set<KeptImport>().Where(row => row.Id == id).ExecuteDeleteAsync(cancellation);
    }

    public void Dispose() => _change.Dispose();
}
