using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>From an import's id to the compartment that holds its upload and report, through the door.</summary>
internal sealed class ImportAccess(KeptImports imports, CompartmentRegister register, CompartmentDoor door)
{
    /// <summary>An import, and its compartment opened for one act.</summary>
    /// <param name="who">The caller's standing.</param>
    /// <param name="id">The import.</param>
    /// <param name="act">What will be done; a view is noted, everything else waits for the log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="RefusedException">Not there, not yours, or another gate is shut.</exception>
    public async Task<(KeptImport Import, OpenCompartment Open)> OpenAsync(
        Standing who, JobId id, AuditAct act, CancellationToken cancellation)
    {
        KeptImport import = await imports.FindAsync(id, cancellation)
            ?? throw new RefusedException(ImportRefusals.NotFound);
        return (import, await OpenAsync(who, import.Compartment, id, act, cancellation));
    }

    /// <summary>The compartment of a job that belongs to an import.</summary>
    /// <exception cref="RefusedException">Not there, not yours, or another gate is shut.</exception>
    public async Task<OpenCompartment> OpenAsync(
        Standing who, CompartmentId compartment, JobId? job, AuditAct act, CancellationToken cancellation)
    {
        CompartmentFacts place = await register.FindAsync(compartment, cancellation)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        AccessRequest request = ImportPlaces.Request(place, act, job) with { IsOnlyNoted = act == AuditAct.Viewed };
        return await door.OpenAsync(who, request, cancellation);
    }
}
