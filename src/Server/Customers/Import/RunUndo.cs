using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// The work of undoing an import. It goes by what the import wrote down of whom it made; who is in the trash already
/// is counted and left, so that the work can begin again at any point.
/// </summary>
internal sealed class RunUndo(ImportPlaces places, CompartmentRegister register, UndoBatch batches) : IJobWork
{
    public const string JobKind = "import-undo";

    public string Kind => JobKind;

    public string Label => "Undoing of an import";

    public string PathOf(JobRow job) =>
        $"/imports/{JsonSerializer.Deserialize(job.Settings, CustomersJson.Default.UndoSettings)!.Import}";

    public string? SentenceOf(string outcome) => ImportRefusals.SentenceOf(outcome);

    public async Task<JobOutcome> RunAsync(JobHandle job, CancellationToken stop)
    {
        UndoSettings settings = JsonSerializer.Deserialize(job.Settings, CustomersJson.Default.UndoSettings)!;
        long trashed = 0;
        long kept = 0;
        long total = await CountAsync(job, settings, stop);
        foreach (CompartmentFacts facts in await register.SeriesAsync(settings.Series, stop))
        {
            foreach (IReadOnlyList<CustomerId> made in await MadeAsync(job, facts, settings, stop))
            {
                // Opened anew for each batch: a suspension or a closing ends the work here.
                using OpenCompartment open = await places.OpenAsync(job, facts.Id, AuditAct.Trashed, stop);
                (int gone, int changed) = await batches.RunAsync(open, job.Id, made, stop);
                trashed += gone;
                kept += changed;
                await job.ReportAsync(trashed + kept, total, kept, stop);
            }
        }

        // What the lists name and nobody was made of (a compartment was full) is in no count.
        await job.ReportAsync(trashed + kept, trashed + kept, kept, stop);
        return JobOutcome.Done;
    }

    private async Task<long> CountAsync(JobHandle job, UndoSettings settings, CancellationToken stop)
    {
        long total = 0;
        foreach (CompartmentFacts facts in await register.SeriesAsync(settings.Series, stop))
        {
            total += (await MadeAsync(job, facts, settings, stop)).Sum(made => made.Count);
        }

        return total;
    }

    private async Task<IReadOnlyList<IReadOnlyList<CustomerId>>> MadeAsync(
        JobHandle job, CompartmentFacts facts, UndoSettings settings, CancellationToken stop)
    {
        using OpenCompartment open = await places.OpenAsync(job, facts.Id, AuditAct.Trashed, stop);
        return [.. ImportedCustomers.Read(open, settings.Import)];
    }
}
