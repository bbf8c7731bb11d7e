using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>The recipients in the registry.</summary>
internal sealed class RecipientRegister(IDbContextFactory<RegistryDb> registry, TimeProvider time)
{
    public async Task<IReadOnlyList<RecipientRow>> AllAsync(CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<RecipientRow>().AsNoTracking()
            .OrderBy(row => row.Name).ThenBy(row => row.Purpose).ThenBy(row => row.CreatedAt)
            .ToListAsync(cancellation);
    }

    /// <exception cref="RefusedException">There is none.</exception>
    public async Task<RecipientRow> FindAsync(RecipientId id, CancellationToken cancellation) =>
        await LookAsync(id, cancellation) ?? throw new RefusedException(RecipientRefusals.NotFound);

    /// <summary>A recipient whose codes are in use; null where there is none, or they have expired or were revoked.</summary>
    public async Task<RecipientRow?> LookForInUseAsync(RecipientId id, CancellationToken cancellation) =>
        await LookAsync(id, cancellation) is { } row && row.IsInUse(time.GetUtcNow()) ? row : null;

    /// <summary>A recipient who may be given codes.</summary>
    /// <exception cref="RefusedException">There is none, or its codes have ended.</exception>
    public async Task<RecipientRow> FindInUseAsync(RecipientId id, CancellationToken cancellation)
    {
        RecipientRow row = await FindAsync(id, cancellation);
        return row.IsInUse(time.GetUtcNow()) ? row : throw new RefusedException(RecipientRefusals.Ended);
    }

    /// <summary>Whether a recipient who was not revoked has this name and purpose.</summary>
    public async Task<bool> IsTakenAsync(string name, string purpose, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<RecipientRow>().AnyAsync(
            row => row.Name == name && row.Purpose == purpose && row.RevokedAt == null, cancellation);
    }

    /// <exception cref="RefusedException">Another one has this name and purpose.</exception>
    public async Task AddAsync(RecipientRow row, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (StoreFailures.IsTaken(taken))
        {
            throw new RefusedException(RecipientRefusals.Taken);
        }
    }

    public async Task RevokeAsync(RecipientId id, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        await db.Set<RecipientRow>().Where(row => row.Id == id && row.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellation);
    }

    private async Task<RecipientRow?> LookAsync(RecipientId id, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<RecipientRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
    }
}
