using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// The work of a dry run: reads the whole file, looks for people who are there already, and keeps the report. The
/// upload stays. Looking for people is a look-up: the door asks and records it, for each compartment and some rows.
/// </summary>
internal sealed class CheckImport(
    ImportPlaces places, ImportUpload uploads, CompartmentRegister register, FieldKinds kinds) : IJobWork
{
    public const string JobKind = "import-check";

    public string Kind => JobKind;

    public string Label => "Dry run of an import";

    public string? SentenceOf(string outcome) => ImportRefusals.SentenceOf(outcome);

    public async Task<JobOutcome> RunAsync(JobHandle job, CancellationToken stop)
    {
        ImportSettings settings = JsonSerializer.Deserialize(job.Settings, CustomersJson.Default.ImportSettings)!;
        (Stream file, ImportPlan plan) = await OpenUploadAsync(job, settings, stop);
        ImportReport report;
        await using (file)
        {
            var search = new SuspectSearch(kinds);
            bool maySearch = await places.MayLookUpAsync(job, stop);
            report = await ImportCheck.RunAsync(
                file, kinds, plan, maySearch ? (rows, read) => SearchAsync(job, settings, search, rows, read, stop) : null,
                stop);
        }

        using OpenCompartment home = await places.OpenAsync(job, job.Compartment!, AuditAct.Imported, stop);
        await ImportReports.KeepAsync(home, job.Id, report, stop);
        await job.ReportAsync(report.Rows, report.Rows, report.Bad, stop);
        return JobOutcome.Done;
    }

    private async Task<IReadOnlyList<ImportSuspect>> SearchAsync(
        JobHandle job, ImportSettings settings, SuspectSearch search, IReadOnlyList<ImportRow> rows, long read,
        CancellationToken stop)
    {
        var found = new Dictionary<long, ImportSuspect>();
        foreach (CompartmentFacts facts in await register.SeriesAsync(settings.Series, stop))
        {
            using OpenCompartment open = await places.LookUpAsync(job, facts, search.Kinds, stop);
            foreach (ImportRow row in rows.Where(row => !found.ContainsKey(row.Number)))
            {
                stop.ThrowIfCancellationRequested();
                if (search.Find(open, row) is { } suspect)
                {
                    found.Add(row.Number, suspect);
                }
            }
        }

        foreach (ImportRow row in rows)
        {
            if (search.FindInFile(row) is { } suspect)
            {
                found.TryAdd(row.Number, suspect);
            }
        }

        await job.ReportAsync(read, 0, 0, stop);
        return [.. found.Values.OrderBy(suspect => suspect.Row)];
    }

    private async Task<(Stream File, ImportPlan Plan)> OpenUploadAsync(
        JobHandle job, ImportSettings settings, CancellationToken stop)
    {
        using OpenCompartment home = await places.OpenAsync(job, job.Compartment!, AuditAct.Imported, stop);
        return await uploads.OpenAsync(home, settings.Upload, stop);
    }
}
