using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// The work of an import. First the whole file is read and checked, which makes the report; then, unless only to look,
/// the good rows are registered in batches. Each batch asks the door again, in the name of whoever started it.
/// </summary>
internal sealed class RunImport(
    ImportPlaces places, ImportUpload uploads, ImportBatch batches, KeptImports imports, FieldKinds kinds) : IJobWork
{
    public const string JobKind = "import";
    private const int BatchSize = 250;

    public string Kind => JobKind;

    public string Label => "Import of customers";

    public string? PathOf(JobRow job) =>
        JsonSerializer.Deserialize(job.Settings, CustomersJson.Default.ImportSettings)!.IsDryRun
            ? null : $"/imports/{job.Id}";

    public string? SentenceOf(string outcome) => ImportRefusals.SentenceOf(outcome);

    public async Task<JobOutcome> RunAsync(JobHandle job, CancellationToken stop)
    {
        ImportSettings settings = JsonSerializer.Deserialize(job.Settings, CustomersJson.Default.ImportSettings)!;
        if (await imports.FindAsync(job.Id, stop) is { Undo: not null })
        {
            throw new RefusedException(ImportRefusals.Undone);
        }

        ImportReport report;
        using (OpenCompartment home = await places.OpenAsync(job, job.Compartment!, AuditAct.Imported, stop))
        {
            if (!uploads.Exists(job.Compartment!, settings.Upload) && ImportReports.Find(home, job.Id) is not null)
            {
                // The upload is destroyed last, so the work had ended and only the job's row does not say so yet.
                return JobOutcome.Done;
            }

            (Stream file, ImportPlan plan) = await uploads.OpenAsync(home, settings.Upload, stop);
            await using (file)
            {
                report = await ImportCheck.RunAsync(file, kinds, plan, null, stop);
            }

            report = WithoutSuspects(report, home, settings);
            await ImportReports.KeepAsync(home, job.Id, report, stop);
        }

        await job.ReportAsync(0, report.Rows, report.Bad, stop);
        if (!settings.IsDryRun)
        {
            await RegisterAsync(job, settings, report, stop);
        }

        uploads.Destroy(job.Compartment!, settings.Upload);
        return JobOutcome.Done;
    }

    /// <summary>Takes over whom the dry run suspected, where they are to be left out.</summary>
    private static ImportReport WithoutSuspects(ImportReport report, OpenCompartment home, ImportSettings settings)
    {
        if (settings.LeavesOutSuspectsOf is not { } check)
        {
            return report;
        }

        ImportReport checkedBefore = ImportReports.Find(home, check)
            ?? throw new RefusedException(ImportRefusals.NotChecked);
        return report with
        {
            Suspected = checkedBefore.Suspected,
            Suspects = checkedBefore.Suspects,
            LeftOut = checkedBefore.Suspects.Count,
        };
    }

    private async Task RegisterAsync(
        JobHandle job, ImportSettings settings, ImportReport report, CancellationToken stop)
    {
        (Stream file, ImportPlan plan) = await OpenUploadAsync(job, settings, stop);
        await using Stream _ = file;
        await using ImportFile rows = await ImportFile.OpenAsync(file, kinds, plan, stop);
        long done = await places.ProgressAsync(job, settings.Series, stop);
        var leftOut = report.LeftOut == 0 ? [] : report.Suspects.Select(suspect => suspect.Row).ToHashSet();
        var batch = new List<ImportRow>(BatchSize);
        while (await rows.NextAsync(stop) is { } row)
        {
            if (row.Number > done && row.Fields is not null && !leftOut.Contains(row.Number))
            {
                batch.Add(row);
            }

            if (batch.Count == BatchSize)
            {
                await TakeInAsync(job, settings.Series, batch, stop);
                await job.ReportAsync(row.Number - 1, report.Rows, report.Bad, stop);
            }
        }

        await TakeInAsync(job, settings.Series, batch, stop);
        await job.ReportAsync(report.Rows, report.Rows, report.Bad, stop);
    }

    /// <summary>
    /// The upload, with the compartment given back at once: a batch opens it again, and closing it or mending its store
    /// waits for everybody inside.
    /// </summary>
    private async Task<(Stream File, ImportPlan Plan)> OpenUploadAsync(
        JobHandle job, ImportSettings settings, CancellationToken stop)
    {
        using OpenCompartment home = await places.OpenAsync(job, job.Compartment!, AuditAct.Imported, stop);
        return await uploads.OpenAsync(home, settings.Upload, stop);
    }

    /// <summary>Registers a batch, in the next compartment where one is full.</summary>
    private async Task TakeInAsync(JobHandle job, string series, List<ImportRow> batch, CancellationToken stop)
    {
        CompartmentFacts? full = null;
        while (batch.Count > 0)
        {
            CompartmentFacts place = await places.RoomAsync(series, full, stop);
            using OpenCompartment open = await places.OpenAsync(job, place.Id, AuditAct.Imported, stop);
            int taken = await batches.RunAsync(open, job.Id, batch, stop);
            full = taken < batch.Count ? place : null;
            batch.RemoveRange(0, taken);
        }
    }
}
