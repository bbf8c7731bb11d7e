using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>Starts the job that writes a list of customers for a recipient.</summary>
internal sealed class StartExport(RecipientRegister register, ExportTerms terms, JobStore jobs, TimeProvider time)
{
    public static void Map(RouteGroupBuilder recipients) =>
        recipients.MapPost("/{id}/exports", async (
            RecipientId id, ExportRequest request, CurrentStanding standing, StartExport start,
            CancellationToken cancellation) =>
        {
            JobCard job = await start.RunAsync(standing.Value, id, request, cancellation);
            return TypedResults.Accepted($"/api/v1/jobs/{job.Id}", job);
        }).RequirePermission(Permission.ExportForRecipients);

    /// <exception cref="RefusedException">
    /// Recipient or compartment are not there or not theirs, the recipient's codes have ended, or a gate is shut.
    /// </exception>
    public async Task<JobCard> RunAsync(
        Standing who, RecipientId id, ExportRequest request, CancellationToken cancellation)
    {
        RecipientRow recipient = await register.FindInUseAsync(id, cancellation);
        IReadOnlyList<CompartmentFacts> places = await terms.PlacesAsync(who, request.Compartment, cancellation);
        IReadOnlyList<string> fields = [.. (request.Fields ?? []).Select(name => name ?? string.Empty)];
        AccessRequest asked = terms.Request(places[^1], AuditAct.Exported, recipient, fields, null);
        foreach (CompartmentFacts place in places)
        {
            await terms.CheckAsync(who, asked with { Compartment = place }, cancellation);
        }

        var settings = new ExportSettings
        {
            Recipient = id,
            Compartment = request.Compartment,
            Fields = asked.Kinds,
            AskedAt = time.GetUtcNow(),
            StepUpEntry = asked.Sensitivity >= Sensitivity.Protected ? who.StepUpEntry : null,
        };
        JobId job = await jobs.StartAsync(
            RunExport.JobKind, who.Actor, places[^1].Id,
            JsonSerializer.Serialize(settings, RecipientsJson.Default.ExportSettings), cancellation);
        return JobCard.Of((await jobs.FindAsync(job, cancellation))!);
    }
}
