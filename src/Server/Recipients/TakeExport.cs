using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>
/// Hands out the file of an export to whoever asked for it, for a day. All gates are asked again; the entry is durable
/// before the first byte leaves.
/// </summary>
internal sealed class TakeExport(
    RecipientRegister register, CompartmentRegister compartments, ExportTerms terms, ExportFiles files, JobStore jobs)
{
    public static void Map(RouteGroupBuilder recipients) =>
        recipients.MapGet("/{id}/exports/{job}/file", async (
            RecipientId id, JobId job, CurrentStanding standing, TakeExport take, CancellationToken cancellation) =>
            TypedResults.Stream(
                await take.RunAsync(standing.Value, id, job, cancellation), "text/csv; charset=utf-8",
                NameOf(job)))
        .RequirePermission(Permission.ExportForRecipients);

    /// <summary>What a browser calls the file: no name of anybody.</summary>
    public static string NameOf(JobId job) => job + ".csv";

    /// <exception cref="RefusedException">
    /// It is not theirs, not done, too old, or the recipient's codes have ended meanwhile; or a gate is shut.
    /// </exception>
    public async Task<Stream> RunAsync(Standing who, RecipientId id, JobId job, CancellationToken cancellation)
    {
        JobRow row = await jobs.FindAsync(job, cancellation) is { Kind: RunExport.JobKind } found
            && found.StartedBy == who.Actor.ToString() && files.IsKept(found)
            ? found
            : throw new RefusedException(RecipientRefusals.ExportGone);
        ExportSettings settings = RunExport.SettingsOf(row.Settings);
        if (settings.Recipient != id)
        {
            throw new RefusedException(RecipientRefusals.ExportGone);
        }

        RecipientRow recipient = await register.FindInUseAsync(id, cancellation);
        CompartmentFacts place = await compartments.FindAsync(row.Compartment!, cancellation)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        using OpenCompartment open = await terms.OpenAsync(
            who, terms.Request(place, AuditAct.ExportTaken, recipient, settings.Fields, job), cancellation);
        return await files.OpenAsync(open, job, cancellation);
    }
}
