using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Customers.History;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>The pages of one customer that show: card, history, label, and the way to the trash and back.</summary>
internal static class CardPages
{
    // What an address may say was done; anything else says nothing.
    private static readonly string[] Deeds = ["created", "corrected", "trashed", "restored"];

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/customers/{code}", async (
            CustomerCode code, string? done, CurrentStanding standing, ShowCustomer show,
            CancellationToken cancellation) =>
        {
            CustomerModel customer = await show.RunAsync(standing.Value, code, cancellation);
            return Page.Of<CustomerView>(customer with { Done = Deeds.Contains(done) ? done : null });
        }).RequirePermission(Permission.ViewCustomers);
        pages.MapGet("/customers/{code}/history", HistoryAsync).RequirePermission(Permission.ViewCustomers);
        pages.MapGet("/customers/{code}/label", async (
            CustomerCode code, CurrentStanding standing, ShowCustomer show, CancellationToken cancellation) =>
            Page.Of<LabelView>(new LabelModel(
                await show.RunAsync(standing.Value, code, cancellation), QrPicture.OnPaper(code.ToString()))))
            .RequirePermission(Permission.ViewCustomers);
        MapTrash(pages);
    }

    private static void MapTrash(RouteGroupBuilder pages)
    {
        pages.MapGet("/customers/{code}/trash", async (
            CustomerCode code, CurrentStanding standing, ShowCustomer show, CancellationToken cancellation) =>
            Page.Of<TrashView>(await show.RunAsync(standing.Value, code, cancellation)))
            .RequirePermission(Permission.CorrectCustomers);
        pages.MapPost("/customers/{code}/trash", async (
            CustomerCode code, PageForm _, CurrentStanding standing, TrashCustomer trash,
            CancellationToken cancellation) =>
        {
            await trash.RunAsync(standing.Value, code, isTrashed: true, cancellation);
            return Page.SeeOther($"/customers/{code}?done=trashed");
        }).RequirePermission(Permission.CorrectCustomers);
        pages.MapGet("/customers/{code}/restorations", (CustomerCode code) => Page.SeeOther($"/customers/{code}"))
            .RequirePermission(Permission.CorrectCustomers);
        pages.MapPost("/customers/{code}/restorations", async (
            CustomerCode code, PageForm _, CurrentStanding standing, TrashCustomer trash,
            CancellationToken cancellation) =>
        {
            await trash.RunAsync(standing.Value, code, isTrashed: false, cancellation);
            return Page.SeeOther($"/customers/{code}?done=restored");
        }).RequirePermission(Permission.CorrectCustomers);
    }

    private static async Task<IResult> HistoryAsync(
        CustomerCode code, CurrentStanding standing, ShowCustomer show, ViewHistory history, FieldKinds kinds,
        StaffNames names, CancellationToken cancellation)
    {
        CustomerModel customer = await show.RunAsync(standing.Value, code, cancellation);
        FieldHistory changes = await history.RunAsync(standing.Value, code, cancellation);
        return Page.Of<HistoryView>(new HistoryModel
        {
            Customer = customer,
            Changes = changes.Items,
            Labels = kinds.All.ToDictionary(kind => kind.Name, kind => kind.Label, StringComparer.Ordinal),
            Names = await names.FindAsync(changes.Items.Select(item => item.By).OfType<string>(), cancellation),
        });
    }
}
