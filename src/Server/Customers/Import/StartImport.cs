using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Takes a CSV file in, sealed at once, and starts the job that checks or imports it with the columns as said or
/// guessed; or holds it, where the form says so, until somebody has looked at its columns.
/// </summary>
internal sealed class StartImport(TakeUpload take, JobStore jobs)
{
    public static void Map(RouteGroupBuilder imports) => imports.MapPost("/", async Task<IResult> (
            HttpRequest request, CurrentStanding standing, StartImport start, HoldImport hold,
            CancellationToken cancellation) =>
        {
            await using ImportForm form = await ImportForm.ReadAsync(request, cancellation);
            if (form.IsHeld)
            {
                ImportCard held = await hold.RunAsync(standing.Value, form, cancellation);
                return TypedResults.Created($"/api/v1/imports/{held.Id}", held);
            }

            JobCard job = await start.RunAsync(standing.Value, form, cancellation);
            return TypedResults.Accepted($"/api/v1/imports/{job.Id}", job);
        }).RequirePermission(Permission.ImportCustomers)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(TakeUpload.LargestFile));

    public async Task<JobCard> RunAsync(Standing who, ImportForm form, CancellationToken cancellation)
    {
        (CompartmentFacts place, RecordId upload) = await take.RunAsync(who, form, cancellation);
        JobId id = form.IsDryRun ? JobId.New() : (await take.NoteAsync(who, place, upload, cancellation)).Id;
        var settings = new ImportSettings { Series = place.Series, Upload = upload, IsDryRun = form.IsDryRun };
        await jobs.StartAsync(
            id, RunImport.JobKind, who.Actor, place.Id,
            JsonSerializer.Serialize(settings, CustomersJson.Default.ImportSettings), cancellation);
        return JobCard.Of((await jobs.FindAsync(id, cancellation))!);
    }
}
