using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Lists documents, a page at a time, over the open compartments assigned (or one of them), or those of one customer.
/// </summary>
internal sealed class ListDocuments(
    CompartmentAccess compartments, CustomerAccess customers, ViewDocument view, PageCursor cursors)
{
    private const int PageDefault = 50;
    private const int PageMost = 200;
    private const string List = "documents";

    public static void Map(RouteGroupBuilder documents) =>
        documents.MapGet("/", async (
            string? compartment, CustomerCode? customer, int? limit, string? cursor, CurrentStanding standing,
            ListDocuments list, CancellationToken cancellation) => TypedResults.Ok(customer is null
                ? await list.RunAsync(standing.Value, compartment, limit, cursor, cancellation)
                : await list.OfCustomerAsync(standing.Value, customer, cancellation)))
        .RequirePermission(Permission.RedactDocuments);

    public async Task<DocumentList> RunAsync(
        Standing who, string? place, int? limit, string? untrustedCursor, CancellationToken cancellation)
    {
        int size = Math.Clamp(limit ?? PageDefault, 1, PageMost);
        (int from, byte[] after) = (0, new byte[IIdentifier.Size]);
        if (untrustedCursor is not null && !cursors.TryRead(List, untrustedCursor, out from, out after))
        {
            throw new RefusedException(
                RedactionRefusals.Invalid, new FieldFault("cursor", "Use the cursor of the last page as it is."));
        }

        IReadOnlyList<CompartmentFacts> places = await compartments.PlacesAsync(who, place, cancellation);
        var items = new List<ViewedDocument>(size);
        for (int i = from; i < places.Count; i++)
        {
            if (!places[i].IsClosed && await CollectAsync(who, places[i], after, size, items, cancellation) is { } last)
            {
                return new DocumentList(items, cursors.Write(List, i, last));
            }

            after = new byte[IIdentifier.Size];
        }

        return new DocumentList(items, null);
    }

    /// <summary>The documents of one customer, oldest first, 200 at the most.</summary>
    public async Task<DocumentList> OfCustomerAsync(Standing who, CustomerCode code, CancellationToken cancellation)
    {
        using OpenCompartment open = await customers.OpenAsync(
            who, code, AuditAct.Listed, Permission.RedactDocuments, request => request with { IsOnlyNoted = true },
            cancellation);
        CustomerId customer = open.Customer.Row.Id;
        List<DocumentRow> rows = open.Read(session => session.DocumentsOf(customer, PageMost));
        var items = new List<ViewedDocument>(rows.Count);
        foreach (DocumentRow row in rows)
        {
            items.Add(await ViewAsync(open, row, cancellation));
        }

        return new DocumentList(items, null);
    }

    /// <summary>
    /// Fills the page from one compartment; the last id shown where the page is full before the compartment is done.
    /// </summary>
    private async Task<byte[]?> CollectAsync(
        Standing who, CompartmentFacts facts, byte[] after, int size, List<ViewedDocument> items,
        CancellationToken cancellation)
    {
        AccessRequest request = CompartmentAccess.Request(facts, AuditAct.Listed, Permission.RedactDocuments);
        using OpenCompartment open = await compartments.OpenAsync(
            who, request with { IsOnlyNoted = true }, cancellation);
        int room = size - items.Count;
        List<DocumentRow> rows = open.Read(session => session.DocumentsAfter(after, room + 1));
        foreach (DocumentRow row in rows.Take(room))
        {
            items.Add(await ViewAsync(open, row, cancellation));
        }

        if (rows.Count <= room)
        {
            return null;
        }

        return room == 0 ? after : RecordAddress.Bytes(rows[room - 1].Id);
    }

    private async Task<ViewedDocument> ViewAsync(OpenCompartment open, DocumentRow row, CancellationToken cancellation)
    {
        using OpenDocument document = await DocumentAccess.OpenAsync(
            open, RecordAddress.Bytes(row.Id), ownsCompartment: false, cancellation);
        return await view.OfAsync(document, cancellation);
    }
}
