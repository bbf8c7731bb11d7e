using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>Shows imports: the list of those into the series assigned, one with its report, and its faults as a file.</summary>
internal sealed class ViewImports(ImportAccess access, KeptImports imports, ImportStates states, JobStore jobs)
{
    private const int MostListed = 100;

    public static void Map(RouteGroupBuilder imports)
    {
        imports.MapGet("/", async (CurrentStanding standing, ViewImports view, CancellationToken cancellation) =>
            TypedResults.Ok(await view.ListAsync(standing.Value, cancellation)))
            .RequirePermission(Permission.ImportCustomers);
        imports.MapGet("/{id}", async (
            JobId id, CurrentStanding standing, ViewImports view, CancellationToken cancellation) =>
            TypedResults.Ok(await view.RunAsync(standing.Value, id, cancellation)))
            .RequirePermission(Permission.ImportCustomers);
        imports.MapGet("/{id}/errors", async (
            JobId id, CurrentStanding standing, ViewImports view, CancellationToken cancellation) =>
            TypedResults.Text(ErrorFile(await view.RunAsync(standing.Value, id, cancellation)), "text/csv"))
            .RequirePermission(Permission.ImportCustomers);
    }

    /// <summary>Ids, series, times and counts: nothing that the jobs do not show.</summary>
    public async Task<ImportList> ListAsync(Standing who, CancellationToken cancellation)
    {
        var items = new List<ImportCard>();
        foreach (KeptImport import in await imports.NewestAsync(who.Series, MostListed, cancellation))
        {
            items.Add(await states.ReadAsync(import, cancellation));
        }

        return new ImportList(items);
    }

    public async Task<ImportAnswer> RunAsync(Standing who, JobId id, CancellationToken cancellation)
    {
        if (await imports.FindAsync(id, cancellation) is not { } import)
        {
            return await DryRunAsync(who, id, cancellation);
        }

        ImportCard card = await states.ReadAsync(import, cancellation);
        using OpenCompartment open = await access.OpenAsync(
            who, import.Compartment, id, AuditAct.Viewed, cancellation);
        JobId? shown = card.Run is not null ? import.Id : import.Check;
        return new ImportAnswer(
            card.Run ?? card.Check, shown is null ? null : ImportReports.Find(open, shown), card);
    }

    /// <summary>The rows that did not fit, by number, as a file to work through beside the one that was sent.</summary>
    internal static string ErrorFile(ImportAnswer import) => string.Concat((import.Report?.Faults ?? [])
        .Select(fault => FormattableString.Invariant(
            $"{fault.Row},{fault.Field},\"{fault.Sentence.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n"))
        .Prepend("row,field,what it should be\r\n"));

    /// <summary>A dry run whose file was destroyed after it: there is only the job.</summary>
    private async Task<ImportAnswer> DryRunAsync(Standing who, JobId id, CancellationToken cancellation)
    {
        JobRow row = await jobs.FindAsync(id, cancellation) is { Kind: RunImport.JobKind } found
            ? found
            : throw new RefusedException(ImportRefusals.NotFound);
        using OpenCompartment open = await access.OpenAsync(who, row.Compartment!, id, AuditAct.Viewed, cancellation);
        return new ImportAnswer(JobCard.Of(row), ImportReports.Find(open, id), null);
    }
}
