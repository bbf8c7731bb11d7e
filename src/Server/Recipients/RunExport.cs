using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>
/// The work of an export, compartment by compartment: first every customer gets its code, then, once the entry with their
/// number is on the disk, the rows are read. The file is sealed when all rows are shuffled.
/// </summary>
internal sealed class RunExport(
    RecipientRegister register, ExportTerms terms, ExportReading reading, ExportFiles files, FieldKinds kinds)
    : IJobWork
{
    public const string JobKind = "recipient-export";
    private const int MostRows = 100_000;

    public string Kind => JobKind;

    public string Label => "Export for a recipient";

    public string? PathOf(JobRow job) => "/recipients/" + SettingsOf(job.Settings).Recipient;

    public string? SentenceOf(string outcome) => RecipientRefusals.SentenceOf(outcome);

    public static ExportSettings SettingsOf(string json) =>
        JsonSerializer.Deserialize(json, RecipientsJson.Default.ExportSettings)!;

    public async Task<JobOutcome> RunAsync(JobHandle job, CancellationToken stop)
    {
        ExportSettings settings = SettingsOf(job.Settings);
        RecipientRow recipient = await register.FindInUseAsync(settings.Recipient, stop);
        if (files.Exists(job.Compartment!, job.Id))
        {
            // The file is the last thing that is made, so only the job's row does not say yet that it is done.
            return JobOutcome.Done;
        }

        var columns = new ExportColumns(kinds, [.. settings.Fields]);
        IReadOnlyList<CompartmentFacts> places = await PlacesAsync(job, settings, stop);
        using var rows = new ExportRows();
        foreach (CompartmentFacts place in places)
        {
            Standing who = await terms.StandingAsync(job, settings, stop);
            IReadOnlyList<(CustomerId Id, RecipientCode Code)> coded = await GiveCodesAsync(
                who, place, recipient, job, stop);
            if (rows.Count + coded.Count > MostRows)
            {
                throw new RefusedException(RecipientRefusals.ExportTooLarge);
            }

            AccessRequest request = terms.Request(place, AuditAct.Exported, recipient, settings.Fields, job.Id);
            using OpenCompartment open = await terms.OpenAsync(
                who, ExportTerms.WithCount(request, coded.Count), stop);
            ExportReading.AddRows(open, coded, columns, request.Kinds, rows, stop);
            await job.ReportAsync(rows.Count, Math.Max(rows.Count, open.CustomerCount), 0, stop);
            if (place == places[^1])
            {
                await files.KeepAsync(open, job.Id, rows.ToFile(columns.Header), stop);
            }
        }

        await job.ReportAsync(rows.Count, rows.Count, 0, stop);
        return JobOutcome.Done;
    }

    /// <summary>The compartments as they were when it was asked for: one that has been made since is not read.</summary>
    private async Task<IReadOnlyList<CompartmentFacts>> PlacesAsync(
        JobHandle job, ExportSettings settings, CancellationToken stop)
    {
        IReadOnlyList<CompartmentFacts> named = await terms.PlacesAsync(
            await terms.StandingAsync(job, settings, stop), settings.Compartment, stop);
        int last = named.ToList().FindIndex(place => place.Id == job.Compartment);
        return last >= 0 ? [.. named.Take(last + 1)] : throw new RefusedException(AccessRefusals.NotFound);
    }

    private async Task<IReadOnlyList<(CustomerId Id, RecipientCode Code)>> GiveCodesAsync(
        Standing who, CompartmentFacts place, RecipientRow recipient, JobHandle job, CancellationToken stop)
    {
        // Given back before the next entry: closing waits for everybody inside, and would keep us out of our own.
        using OpenCompartment open = await terms.OpenAsync(
            who, terms.Request(place, AuditAct.RecipientCodeIssued, recipient, [], job.Id), stop);
        return await reading.GiveCodesAsync(open, recipient.Id, stop);
    }
}
