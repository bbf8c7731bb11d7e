using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Codes;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>The erasures as the registry has them: asked, and done.</summary>
internal sealed class ErasureRegister(IDbContextFactory<RegistryDb> registry, CodeRoutes routes)
{
    /// <summary>The erasure of a code's customer, or null where there was none.</summary>
    public async Task<ErasureRow?> FindAsync(CustomerCode code, CancellationToken cancellation)
    {
        byte[] hash = routes.HashOf(code);
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<ErasureRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash, cancellation);
    }

    /// <summary>Those that a crash or a full disk cut off, oldest first.</summary>
    public async Task<IReadOnlyList<ErasureRow>> UnfinishedAsync(CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<ErasureRow>().AsNoTracking().Where(row => row.ErasedAt == null)
            .OrderBy(row => row.AskedAt).ToListAsync(cancellation);
    }

    /// <summary>Writes down that it is begun; durable before anything is destroyed.</summary>
    /// <returns>False where it was begun before.</returns>
    public async Task<bool> TryBeginAsync(ErasureRow row, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException taken) when (StoreFailures.IsTaken(taken))
        {
            return false;
        }
    }

    /// <summary>Takes an erasure back of which nothing has been done.</summary>
    public async Task WithdrawAsync(ErasureRow row)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(CancellationToken.None);
        await db.Set<ErasureRow>().Where(one => one.Hash == row.Hash && one.ErasedAt == null)
            .ExecuteDeleteAsync(CancellationToken.None);
    }

    /// <summary>Keeps the certificate and turns the code's route into a tombstone, both at once.</summary>
    public async Task FinishAsync(ErasureRow row, DateTimeOffset erasedAt, byte[] sealedCertificate)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(CancellationToken.None);
        ErasureRow kept = await db.Set<ErasureRow>().SingleAsync(one => one.Hash == row.Hash, CancellationToken.None);
        kept.ErasedAt = erasedAt;
        kept.SealedPlan = null;
        kept.SealedCertificate = sealedCertificate;
        CodeRouteRow route = await db.Set<CodeRouteRow>().SingleAsync(
            one => one.Hash == row.Hash, CancellationToken.None);
        route.IsTombstone = true;
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
