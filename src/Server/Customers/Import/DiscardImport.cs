using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>Destroys the upload of an import that was not run, and forgets it.</summary>
internal sealed class DiscardImport(
    ImportAccess access, KeptImports imports, ImportUpload uploads, JobStore jobs, TimeProvider time)
{
    private static readonly TimeSpan HeldFor = TimeSpan.FromDays(7);

    public static void Map(RouteGroupBuilder imports) => imports.MapDelete("/{id}", async (
        JobId id, CurrentStanding standing, DiscardImport discard, CancellationToken cancellation) =>
        {
            await discard.RunAsync(standing.Value, id, cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.ImportCustomers);

    /// <exception cref="RefusedException">It has been run: that is stopped or undone, not discarded.</exception>
    public async Task RunAsync(Standing who, JobId id, CancellationToken cancellation)
    {
        (KeptImport import, OpenCompartment open) = await access.OpenAsync(who, id, AuditAct.Imported, cancellation);
        using (open)
        {
            await RemoveAsync(import.Id, cancellation);
        }
    }

    /// <summary>Destroys what nobody has run for 7 days.</summary>
    public async Task OldAsync(CancellationToken cancellation)
    {
        foreach (KeptImport import in await imports.BeforeAsync(time.GetUtcNow() - HeldFor, cancellation))
        {
            if (await jobs.FindAsync(import.Id, cancellation) is null)
            {
                await RemoveAsync(import.Id, cancellation);
            }
        }
    }

    private async Task RemoveAsync(JobId id, CancellationToken cancellation)
    {
        await imports.ChangeAsync(
            id,
            async import =>
            {
                if (await jobs.FindAsync(import.Id, cancellation) is not null)
                {
                    throw new RefusedException(ImportRefusals.AlreadyRun);
                }

                uploads.Destroy(import.Compartment, import.Upload);
                return true;
            },
            cancellation);
        await imports.RemoveAsync(id, cancellation);
    }
}
