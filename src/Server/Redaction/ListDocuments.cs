using System.Buffers.Binary;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Lists documents, newest first, a page at a time: those of the open compartments assigned (or of one of them), or of
/// one customer.
/// </summary>
internal sealed class ListDocuments(
    CompartmentAccess compartments, CustomerAccess customers, ViewDocument view, PageCursor cursors)
{
    private const int PageDefault = 50;
    private const int PageMost = 200;
    private const string List = "documents-newest-first";

    public static void Map(RouteGroupBuilder documents) =>
        documents.MapGet("/", async (
            string? compartment, CustomerCode? customer, int? limit, string? cursor, CurrentStanding standing,
            ListDocuments list, CancellationToken cancellation) => TypedResults.Ok(customer is null
                ? await list.RunAsync(standing.Value, compartment, limit, cursor, cancellation)
                : await list.OfCustomerAsync(standing.Value, customer, limit, cursor, cancellation)))
        .RequirePermission(Permission.RedactDocuments);

    public async Task<DocumentList> RunAsync(
        Standing who, string? place, int? limit, string? untrustedCursor, CancellationToken cancellation)
    {
        UInt128 after = PlaceOf(untrustedCursor);
        var opened = new List<OpenCompartment>();
        try
        {
            foreach (CompartmentFacts facts in (await compartments.PlacesAsync(who, place, cancellation))
                .Where(facts => !facts.IsClosed))
            {
                AccessRequest request = CompartmentAccess.Request(facts, AuditAct.Listed, Permission.RedactDocuments);
                opened.Add(await compartments.OpenAsync(who, request with { IsOnlyNoted = true }, cancellation));
            }

            return await PageAsync(opened, null, after, limit, cancellation);
        }
        finally
        {
            opened.ForEach(open => open.Dispose());
        }
    }

    /// <summary>The documents of one customer.</summary>
    public async Task<DocumentList> OfCustomerAsync(
        Standing who, CustomerCode code, int? limit, string? untrustedCursor, CancellationToken cancellation)
    {
        UInt128 after = PlaceOf(untrustedCursor);
        using OpenCompartment open = await customers.OpenAsync(
            who, code, AuditAct.Listed, Permission.RedactDocuments, request => request with { IsOnlyNoted = true },
            cancellation);
        return await PageAsync([open], open.Customer.Row.Id, after, limit, cancellation);
    }

    /// <summary>A page of what lies in some compartments, after a place in the common order.</summary>
    private async Task<DocumentList> PageAsync(
        IReadOnlyList<OpenCompartment> opened, CustomerId? customer, UInt128 after, int? limit,
        CancellationToken cancellation)
    {
        int size = Math.Clamp(limit ?? PageDefault, 1, PageMost);
        var found = new List<(OpenCompartment Open, DatedDocument Dated)>();
        foreach (OpenCompartment open in opened)
        {
            DocumentOrder order = open.Companion<DocumentOrder>();
            found.AddRange((await order.AfterAsync(open, customer, after, size + 1, cancellation))
                .Select(dated => (open, dated)));
        }

        List<(OpenCompartment Open, DatedDocument Dated)> page =
            [.. found.OrderBy(one => one.Dated.Place).Take(size)];
        var items = new List<ViewedDocument>(page.Count);
        foreach ((OpenCompartment open, DatedDocument dated) in page)
        {
            using OpenDocument document = await DocumentAccess.OpenAsync(
                open, RecordAddress.Bytes(dated.Id), ownsCompartment: false, cancellation);
            items.Add(await view.OfAsync(document, cancellation));
        }

        return new DocumentList(items, found.Count > size ? CursorOf(page[^1].Dated.Place) : null);
    }

    // The place says all: which compartments are open may change from page to page.
    private string CursorOf(UInt128 place)
    {
        byte[] last = new byte[IIdentifier.Size];
        BinaryPrimitives.WriteUInt128BigEndian(last, place);
        return cursors.Write(List, 0, last);
    }

    private UInt128 PlaceOf(string? untrustedCursor)
    {
        if (untrustedCursor is null)
        {
            return UInt128.Zero;
        }

        return cursors.TryRead(List, untrustedCursor, out _, out byte[] last)
            ? BinaryPrimitives.ReadUInt128BigEndian(last)
            : throw new RefusedException(
                RedactionRefusals.Invalid, new FieldFault("cursor", "Use the cursor of the last page as it is."));
    }
}
