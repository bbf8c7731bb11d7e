using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Where an import works: each compartment of the series, through the door, in the name of whoever started the job.
/// </summary>
internal sealed class ImportPlaces(
    CompartmentRegister register, CompartmentDoor door, RoomInSeries room, StandingOfActor standings)
{
    /// <exception cref="RefusedException">Whoever started the job may no longer do this.</exception>
    public async Task<OpenCompartment> OpenAsync(
        JobHandle job, CompartmentId compartment, AuditAct act, CancellationToken cancellation)
    {
        // Read anew each time: somebody may have closed it meanwhile.
        CompartmentFacts facts = await register.FindAsync(compartment, cancellation)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        Standing who = await standings.ReadAsync(job.StartedBy, cancellation);
        return await door.OpenAsync(who, Request(facts, act, job.Id), cancellation);
    }

    /// <summary>A compartment for a look-up by the values of rows; the entry names the kinds and the job.</summary>
    /// <exception cref="RefusedException">Whoever started the job may no longer do this.</exception>
    public async Task<OpenCompartment> LookUpAsync(
        JobHandle job, CompartmentFacts facts, IReadOnlyList<string> kinds, CancellationToken cancellation)
    {
        Standing who = await standings.ReadAsync(job.StartedBy, cancellation);
        AccessRequest request = Request(facts, AuditAct.LookedUp, job.Id);
        return await door.OpenAsync(
            who, request with { Permission = Permission.LookUpCustomers, LookedUpBy = kinds }, cancellation);
    }

    /// <summary>Whether whoever started the job may look customers up; a key with an import's scope only may not.</summary>
    public async Task<bool> MayLookUpAsync(JobHandle job, CancellationToken cancellation) =>
        (await standings.ReadAsync(job.StartedBy, cancellation)).Permissions.Contains(Permission.LookUpCustomers);

    /// <summary>The compartment to go on in.</summary>
    /// <param name="series">The series.</param>
    /// <param name="full">The one that was found full just now; null at first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<CompartmentFacts> RoomAsync(string series, CompartmentFacts? full, CancellationToken cancellation) =>
        full is null ? room.FindAsync(series, cancellation) : room.NextAsync(full, cancellation);

    /// <summary>The last row that any compartment of the series has.</summary>
    public async Task<long> ProgressAsync(JobHandle job, string series, CancellationToken cancellation)
    {
        long done = 0;
        foreach (CompartmentFacts facts in await register.SeriesAsync(series, cancellation))
        {
            using OpenCompartment open = await OpenAsync(job, facts.Id, AuditAct.Imported, cancellation);
            done = Math.Max(done, ImportProgress.Read(open, job.Id));
        }

        return done;
    }

    public static AccessRequest Request(CompartmentFacts facts, AuditAct act, JobId? job) => new()
    {
        Compartment = facts,
        Act = act,
        Permission = Permission.ImportCustomers,
        Case = job?.ToString(),
    };
}
