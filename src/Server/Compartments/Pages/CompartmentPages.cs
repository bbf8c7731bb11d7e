using System.Globalization;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Pages;

/// <summary>The pages of compartments: the list, one with what its loss would mean, beginning, closing, opening.</summary>
internal static class CompartmentPages
{
    public static void MapCompartmentPages(this RouteGroupBuilder pages)
    {
        RouteGroupBuilder compartments = pages.MapGroup("/compartments");
        MapList(compartments);
        compartments.MapGet("/{name}", async (
            string name, CurrentStanding standing, ListCompartments list, MeasureBlastRadius measure,
            CancellationToken cancellation) =>
        {
            IReadOnlyList<ListedCompartment> all = (await list.RunAsync(standing.Value, cancellation)).Items;
            BlastRadius radius = await measure.RunAsync(standing.Value, name, cancellation);
            ListedCompartment card = all.Single(item => item.Name == name);
            ListedCompartment newest = all.Last(item => item.Series == card.Series);
            return Page.Of<CompartmentView>(new CompartmentModel(card, NextName(newest), newest == card, radius));
        }).RequirePermission(Permission.ViewCompartments);
        MapActs(compartments);
    }

    /// <summary>The name that the compartment after the newest will have.</summary>
    public static string NextName(ListedCompartment newest)
    {
        string rest = newest.Name == newest.Series ? "1" : newest.Name[(newest.Series.Length + 1)..];
        return string.Create(
            CultureInfo.InvariantCulture, $"{newest.Series}-{int.Parse(rest, CultureInfo.InvariantCulture) + 1}");
    }

    private static void MapList(RouteGroupBuilder compartments)
    {
        compartments.MapGet("/", async (
            CurrentStanding standing, ListCompartments list, Settings settings, CancellationToken cancellation) =>
            Page.Of<CompartmentListView>(await ModelAsync(standing, list, settings, cancellation)))
            .RequirePermission(Permission.ViewCompartments);
        compartments.MapPost("/", async (
            PageForm form, CurrentStanding standing, CreateCompartment create, ListCompartments list,
            Settings settings, CancellationToken cancellation) =>
        {
            try
            {
                CompartmentFacts made = await create.RunAsync(standing.Value, Read(form), cancellation);
                return Page.SeeOther("/compartments/" + made.Name);
            }
            catch (RefusedException refused) when (refused.Refusal.Kind is RefusalKind.Invalid or RefusalKind.Conflict)
            {
                CompartmentListModel model = await ModelAsync(standing, list, settings, cancellation);
                return Page.Of<CompartmentListView>(
                    model with
                    {
                        Name = form["name"],
                        Cap = form["cap"],
                        Faults = refused.Faults.Count > 0
                            ? refused.Faults : [new FieldFault("name", refused.Refusal.Sentence)],
                    },
                    StatusCodes.Status422UnprocessableEntity);
            }
        }).RequirePermission(Permission.ManageCompartments);
    }

    private static void MapActs(RouteGroupBuilder compartments)
    {
        compartments.MapGet("/{name}/closing", (
            string name, CurrentStanding standing, ListCompartments list, CancellationToken cancellation) =>
            AskAsync(name, false, standing, list, cancellation)).RequirePermission(Permission.ManageCompartments);
        compartments.MapGet("/{name}/opening", (
            string name, CurrentStanding standing, ListCompartments list, CancellationToken cancellation) =>
            AskAsync(name, true, standing, list, cancellation)).RequirePermission(Permission.ManageCompartments);
        compartments.MapPost("/{name}/closing", async (
            string name, CurrentStanding standing, CloseCompartment close, CancellationToken cancellation) =>
            Page.SeeOther("/compartments/" + (await close.CloseAsync(standing.Value, name, cancellation)).Name))
            .RequirePermission(Permission.ManageCompartments);
        compartments.MapPost("/{name}/opening", async (
            string name, CurrentStanding standing, CloseCompartment close, CancellationToken cancellation) =>
            Page.SeeOther("/compartments/" + (await close.OpenAsync(standing.Value, name, cancellation)).Name))
            .RequirePermission(Permission.ManageCompartments);
    }

    /// <summary>Says what it will mean; there is nothing to ask where it is so already.</summary>
    private static async Task<IResult> AskAsync(
        string name, bool isClosed, CurrentStanding standing, ListCompartments list, CancellationToken cancellation)
    {
        ListedCompartment card = (await list.RunAsync(standing.Value, cancellation)).Items
            .FirstOrDefault(item => item.Name == name) ?? throw new RefusedException(AccessRefusals.NotFound);
        return card.IsClosed == isClosed
            ? Page.Of<CloseView>(card)
            : Page.SeeOther("/compartments/" + card.Name);
    }

    private static async Task<CompartmentListModel> ModelAsync(
        CurrentStanding standing, ListCompartments list, Settings settings, CancellationToken cancellation) => new()
        {
            Items = (await list.RunAsync(standing.Value, cancellation)).Items,
            UsualCap = settings.CompartmentCap,
        };

    private static CreateCompartmentRequest Read(PageForm form)
    {
        int cap = 0;
        bool isCap = form["cap"].Length == 0
            || int.TryParse(form["cap"], NumberStyles.None, CultureInfo.InvariantCulture, out cap);
        return isCap
            ? new CreateCompartmentRequest { Name = form["name"], Cap = cap == 0 ? null : cap }
            : throw new RefusedException(
                CompartmentRefusals.Invalid, new FieldFault("cap", "A cap is a number from 1 to 1,000,000."));
    }
}
