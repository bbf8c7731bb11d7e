using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients.Pages;

/// <summary>The form of an export, and its file.</summary>
internal sealed class ExportPages(
    ListRecipients list, CompartmentRegister compartments, FieldKinds kinds, Settings settings, TimeProvider time)
{
    public static void Map(RouteGroupBuilder recipients)
    {
        recipients.MapGet("/{id}/exports", async (
            RecipientId id, CurrentStanding standing, ExportPages exports, CancellationToken cancellation) =>
            Page.Of<ExportView>(await exports.ModelAsync(standing.Value, id, cancellation)))
            .RequirePermission(Permission.ExportForRecipients);
        recipients.MapPost("/{id}/exports", PostAsync).RequirePermission(Permission.ExportForRecipients);
        recipients.MapGet("/{id}/exports/{job}/file", async (
            RecipientId id, JobId job, CurrentStanding standing, TakeExport take, CancellationToken cancellation) =>
            TypedResults.Stream(
                await take.RunAsync(standing.Value, id, job, cancellation), "text/csv; charset=utf-8",
                TakeExport.NameOf(job)))
            .RequirePermission(Permission.ExportForRecipients);
    }

    private static async Task<IResult> PostAsync(
        RecipientId id, PageForm form, CurrentStanding standing, StartExport start, ExportPages exports,
        CancellationToken cancellation)
    {
        var request = new ExportRequest { Compartment = form["compartment"], Fields = form.All("fields") };
        try
        {
            JobCard job = await start.RunAsync(standing.Value, id, request, cancellation);
            return Page.SeeOther($"/jobs/{job.Id}");
        }
        catch (RefusedException refused) when (refused.Refusal.Kind is
            RefusalKind.Invalid or RefusalKind.Conflict or RefusalKind.NotReady)
        {
            ExportModel model = await exports.ModelAsync(standing.Value, id, cancellation);
            return Page.Of<ExportView>(
                model with
                {
                    Compartment = request.Compartment,
                    Fields = request.Fields,
                    Faults = refused.Faults.Count > 0
                        ? refused.Faults : [new FieldFault("compartment", refused.Refusal.Sentence)],
                },
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<ExportModel> ModelAsync(Standing who, RecipientId id, CancellationToken cancellation)
    {
        IReadOnlyList<CompartmentFacts> places = await compartments.PlacesAsync(who, null, cancellation);
        return new ExportModel
        {
            Card = await list.FindAsync(who, id, cancellation),
            Places =
            [
                .. places.GroupBy(place => place.Series, StringComparer.Ordinal)
                    .SelectMany(series => series.Select(place => place.Name).Prepend(series.Key))
                    .Distinct(StringComparer.Ordinal),
            ],
            Kinds = who.Permissions.Contains(Permission.RevealFields)
                ? [.. kinds.All.Where(kind => who.RevealKinds is not { } granted || granted.Contains(kind.Name))]
                : [],
            IsSteppedUp = who is { SteppedUpAt: { } at, SteppedUpFor: null }
                && time.GetUtcNow() - at < settings.StepUpFresh,
        };
    }
}
