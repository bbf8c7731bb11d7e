using System.Globalization;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>Ticking what was checked of a colleague.</summary>
internal static class ScreeningPages
{
    private const string DayFormat = "yyyy-MM-dd";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/staff/{id}/screening", async (
            StaffId id, MemberModels models, Standing standing, CancellationToken cancellation) =>
        {
            MemberModel model = await models.OfAsync(standing, id, cancellation);
            return Page.Of<ScreeningView>(model with
            {
                Typed = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["doneOn"] = Day(model.Now),
                    ["validUntil"] = Day(model.Now.AddYears(1)),
                },
            });
        }).RequirePermission(Permission.RecordScreenings);
        pages.MapPost("/staff/{id}/screening", RecordAsync).RequirePermission(Permission.RecordScreenings);
    }

    private static async Task<IResult> RecordAsync(
        StaffId id, PageForm form, RecordScreening record, MemberModels models, Standing standing,
        CancellationToken cancellation)
    {
        string[] items = [.. form.All("items").Append(form["otherItem"]).Where(item => item.Length > 0)];
        try
        {
            var request = new ScreeningRequest(
                items, ReadDay(form, "doneOn"), ReadDay(form, "validUntil"), form["proof"]);
            await record.RunAsync(standing, id, request, cancellation);
            return Page.SeeOther($"/staff/{id}?done=screened");
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Invalid)
        {
            MemberModel model = await models.OfAsync(standing, id, cancellation);
            return Page.Of<ScreeningView>(
                model with
                {
                    Typed = form.Names.ToDictionary(name => name, name => form[name], StringComparer.Ordinal),
                    Ticked = items,
                    Faults = refused.Faults,
                },
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly ReadDay(PageForm form, string field) =>
        DateOnly.TryParseExact(
            form[field], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new RefusedException(StaffRefusals.Invalid, new FieldFault(field, "A day, such as 2026-03-31."));
}
