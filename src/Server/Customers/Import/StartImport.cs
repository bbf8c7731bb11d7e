using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>Takes a CSV file in, sealed at once, and starts the job that checks or imports it.</summary>
internal sealed class StartImport(
    CompartmentRegister register, CompartmentDoor door, ImportUpload uploads, JobStore jobs)
{
    private const long LargestFile = 512L * 1024 * 1024;
    private const int NoSystemError = unchecked((int)0x80131620);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/imports", async (
            HttpRequest request, CurrentStanding standing, StartImport start, CancellationToken cancellation) =>
        {
            JobCard job = await start.RunAsync(standing.Value, request, cancellation);
            return TypedResults.Accepted($"/api/v1/imports/{job.Id}", job);
        }).RequirePermission(Permission.ImportCustomers)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestFile));
        api.MapGet("/imports/{id}", async (
            JobId id, CurrentStanding standing, StartImport start, CancellationToken cancellation) =>
            TypedResults.Ok(await start.FindAsync(standing.Value, id, cancellation)))
            .RequirePermission(Permission.ImportCustomers);
        api.MapGet("/imports/{id}/errors", async (
            JobId id, CurrentStanding standing, StartImport start, CancellationToken cancellation) =>
            TypedResults.Text(ErrorFile(await start.FindAsync(standing.Value, id, cancellation)), "text/csv"))
            .RequirePermission(Permission.ImportCustomers);
    }

    public async Task<JobCard> RunAsync(Standing who, HttpRequest untrustedRequest, CancellationToken cancellation)
    {
        await using ImportForm form = await ImportForm.ReadAsync(untrustedRequest, cancellation);
        IReadOnlyList<CompartmentFacts> series = await register.SeriesAsync(form.Series, cancellation);
        CompartmentFacts place = series.Count > 0 ? series[^1] : throw new RefusedException(AccessRefusals.NotFound);
        RecordId upload;
        using (OpenCompartment open = await door.OpenAsync(
            who, ImportPlaces.Request(place, AuditAct.Imported, null), cancellation))
        {
            upload = await KeepAsync(open, form, cancellation);
        }

        var settings = new ImportSettings { Series = form.Series, Upload = upload, IsDryRun = form.IsDryRun };
        JobId id = await jobs.StartAsync(
            "import", who.Actor, place.Id, JsonSerializer.Serialize(
                settings, CustomersJson.Default.ImportSettings), cancellation);
        return JobCard.Of((await jobs.FindAsync(id, cancellation))!);
    }

    private async Task<RecordId> KeepAsync(OpenCompartment open, ImportForm form, CancellationToken cancellation)
    {
        try
        {
            return await uploads.KeepAsync(open, form.File, form.Plan, cancellation);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException && broken.HResult == NoSystemError)
        {
            // The form broke off within the file; nothing of it is kept. A disk's errors carry the system's number.
            throw new RefusedException(ImportRefusals.Form);
        }
    }

    /// <summary>The rows that did not fit, by number, as a file to work through beside the one that was sent.</summary>
    private static string ErrorFile(ImportAnswer import) => string.Concat((import.Report?.Faults ?? [])
        .Select(fault => FormattableString.Invariant(
            $"{fault.Row},{fault.Field},\"{fault.Sentence.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n"))
        .Prepend("row,field,what it should be\r\n"));

    public async Task<ImportAnswer> FindAsync(Standing who, JobId id, CancellationToken cancellation)
    {
        JobRow row = await jobs.FindAsync(id, cancellation) is { Kind: "import" } found
            ? found
            : throw new RefusedException(JobRefusals.NotFound);
        CompartmentFacts place = await register.FindAsync(row.Compartment!, cancellation)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        AccessRequest request = ImportPlaces.Request(place, AuditAct.Viewed, id) with { IsOnlyNoted = true };
        using OpenCompartment open = await door.OpenAsync(who, request, cancellation);
        return new ImportAnswer(JobCard.Of(row), ImportReports.Find(open, id));
    }
}
