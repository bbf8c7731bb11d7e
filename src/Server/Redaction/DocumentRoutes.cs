using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>Leads from a document's id to its compartment, also while that is closed.</summary>
internal sealed class DocumentRoutes(IDbContextFactory<RegistryDb> registry)
{
    /// <summary>Where a document lies, or null where there is none of this id.</summary>
    public async Task<DocumentRouteRow?> FindAsync(DocumentId id, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<DocumentRouteRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
    }

    /// <summary>
    /// Keeps the route of a document about to be taken in. One that leads nowhere after a crash does no harm.
    /// </summary>
    public async Task AddAsync(
        DocumentId id, CompartmentId compartment, ObjectHandle handle, CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        db.Add(new DocumentRouteRow { Id = id, Compartment = compartment, Handle = handle });
        await db.SaveChangesAsync(cancellation);
    }
}
