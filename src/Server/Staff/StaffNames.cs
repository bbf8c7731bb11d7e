using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>The names behind ids, for pages that say who did something.</summary>
internal sealed class StaffNames(IDbContextFactory<RegistryDb> registry)
{
    /// <summary>The name of each id that has one; what is not there is shown as it is.</summary>
    /// <param name="ids">Text forms, as the log and the cards keep them.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(
        IEnumerable<string> ids, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        foreach (string id in ids.Distinct(StringComparer.Ordinal))
        {
            if (await FindAsync(db, id, cancellation) is { } name)
            {
                names.Add(id, name);
            }
        }

        return names;
    }

    private static async Task<string?> FindAsync(RegistryDb db, string id, CancellationToken cancellation)
    {
        if (StaffId.TryParse(id, null, out StaffId? staff))
        {
            return await db.Set<StaffRow>().AsNoTracking().Where(row => row.Id == staff).Select(row => row.Name)
                .FirstOrDefaultAsync(cancellation);
        }

        return ServiceAccountId.TryParse(id, null, out ServiceAccountId? account)
            ? await db.Set<ServiceAccountRow>().AsNoTracking().Where(row => row.Id == account).Select(row => row.Name)
                .FirstOrDefaultAsync(cancellation)
            : null;
    }
}
