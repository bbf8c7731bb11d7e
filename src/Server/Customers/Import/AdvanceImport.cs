using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>Takes a held import a step on: to a dry run of its columns, or to the run itself. Asked twice, it goes once.</summary>
internal sealed class AdvanceImport(ImportAccess access, KeptImports imports, JobStore jobs, JobRunner runner)
{
    public static void Map(RouteGroupBuilder imports)
    {
        imports.MapPost("/{id}/checks", async (
            JobId id, CurrentStanding standing, AdvanceImport advance, CancellationToken cancellation) =>
            TypedResults.Accepted(
                (string?)null, await advance.CheckAsync(standing.Value, id, cancellation)))
            .RequirePermission(Permission.ImportCustomers);
        imports.MapPost("/{id}/runs", async (
            JobId id, ImportRunRequest request, CurrentStanding standing, AdvanceImport advance,
            CancellationToken cancellation) =>
            TypedResults.Accepted(
                (string?)null, await advance.RunAsync(standing.Value, id, request.LeaveOutSuspects, cancellation)))
            .RequirePermission(Permission.ImportCustomers);
    }

    /// <summary>Starts a dry run; the one under way, where there is one.</summary>
    public async Task<JobCard> CheckAsync(Standing who, JobId id, CancellationToken cancellation)
    {
        (KeptImport _, OpenCompartment open) = await access.OpenAsync(who, id, AuditAct.Imported, cancellation);
        open.Dispose();
        JobId check = await imports.ChangeAsync(
            id,
            async import =>
            {
                await RequireNotRunAsync(import, cancellation);
                JobRow? before = import.Check is null ? null : await jobs.FindAsync(import.Check, cancellation);
                if (before is not null && !ImportStates.HasEnded(before))
                {
                    return before.Id;
                }

                return import.Check = await jobs.StartAsync(
                    CheckImport.JobKind, who.Actor, import.Compartment, Settings(import, isDryRun: true, null),
                    cancellation);
            },
            cancellation);
        return JobCard.Of((await jobs.FindAsync(check, cancellation))!);
    }

    /// <summary>Starts the run.</summary>
    /// <exception cref="RefusedException">It has been run, or suspects are to be left out that nobody looked for.</exception>
    public async Task<JobCard> RunAsync(Standing who, JobId id, bool leaveOutSuspects, CancellationToken cancellation)
    {
        (KeptImport _, OpenCompartment open) = await access.OpenAsync(who, id, AuditAct.Imported, cancellation);
        using (open)
        {
            await imports.ChangeAsync(
                id,
                async import =>
                {
                    await RequireNotRunAsync(import, cancellation);
                    JobId? check = leaveOutSuspects ? RequireCheck(open, import) : null;
                    await jobs.StartAsync(
                        import.Id, RunImport.JobKind, who.Actor, import.Compartment,
                        Settings(import, isDryRun: false, check), cancellation);
                    return true;
                },
                cancellation);
        }

        return JobCard.Of((await jobs.FindAsync(id, cancellation))!);
    }

    /// <summary>Stops the dry run or the run, whoever started it: running and stopping imports is one permission.</summary>
    public async Task StopAsync(Standing who, JobId id, CancellationToken cancellation)
    {
        (KeptImport import, OpenCompartment open) = await access.OpenAsync(who, id, AuditAct.Imported, cancellation);
        open.Dispose();
        foreach (JobId job in new[] { import.Check, import.Id }.OfType<JobId>())
        {
            if (await jobs.FindAsync(job, cancellation) is { } row && !ImportStates.HasEnded(row))
            {
                await runner.StopJobAsync(row, cancellation);
            }
        }
    }

    /// <summary>Lets a run that failed or was stopped go on where it was.</summary>
    /// <exception cref="RefusedException">It has neither failed nor been stopped, or is undone.</exception>
    public async Task GoOnAsync(Standing who, JobId id, CancellationToken cancellation)
    {
        (KeptImport import, OpenCompartment open) = await access.OpenAsync(who, id, AuditAct.Imported, cancellation);
        open.Dispose();
        if (import.Undo is not null)
        {
            throw new RefusedException(ImportRefusals.Undone);
        }

        JobRow? row = await jobs.FindAsync(id, cancellation);
        if (row is not { State: JobState.Failed or JobState.Stopped })
        {
            throw new RefusedException(JobRefusals.NotEnded);
        }

        await jobs.RetryAsync(row, cancellation);
    }

    private async Task RequireNotRunAsync(KeptImport import, CancellationToken cancellation)
    {
        if (await jobs.FindAsync(import.Id, cancellation) is not null)
        {
            throw new RefusedException(ImportRefusals.AlreadyRun);
        }
    }

    private static JobId RequireCheck(OpenCompartment open, KeptImport import)
    {
        if (import.Check is null || ImportReports.Find(open, import.Check) is not { Suspected: not null } report)
        {
            throw new RefusedException(ImportRefusals.NotChecked);
        }

        return report.Suspected == report.Suspects.Count
            ? import.Check
            : throw new RefusedException(ImportRefusals.TooManySuspects);
    }

    private static string Settings(KeptImport import, bool isDryRun, JobId? check) => JsonSerializer.Serialize(
        new ImportSettings
        {
            Series = import.Series,
            Upload = import.Upload,
            IsDryRun = isDryRun,
            LeavesOutSuspectsOf = check,
        },
        CustomersJson.Default.ImportSettings);
}
