using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>Lists codes, a page at a time, over the open compartments of the series assigned (or of one).</summary>
internal sealed class ListCustomers(
    CompartmentRegister register, CompartmentDoor door, PageCursor cursors, Settings settings, TimeProvider time)
{
    private const int PageDefault = 50;
    private const int PageMost = 200;
    private const string List = "customers";

    public static void Map(RouteGroupBuilder customers) =>
        customers.MapGet("/", async (
            string? compartment, int? limit, string? cursor, bool? trashed, CurrentStanding standing,
            ListCustomers list,
            CancellationToken cancellation) =>
            TypedResults.Ok(
                await list.RunAsync(standing.Value, compartment, limit, cursor, trashed ?? false, cancellation)))
        .RequirePermission(Permission.ViewCustomers);

    public async Task<CustomerList> RunAsync(
        Standing who, string? series, int? limit, string? untrustedCursor, bool trashed, CancellationToken cancellation)
    {
        int size = Math.Clamp(limit ?? PageDefault, 1, PageMost);
        (int skip, byte[] after) = untrustedCursor is null ? (0, new byte[IIdentifier.Size]) : ReadCursor(
            untrustedCursor);
        IReadOnlyList<CompartmentFacts> places = await register.PlacesAsync(who, series, cancellation);
        var items = new List<ListedCustomer>(size);
        for (int place = skip; place < places.Count; place++)
        {
            using OpenCompartment open = await door.OpenAsync(who, Request(places[place]), cancellation);
            byte[]? last = Collect(open, after, size, trashed, items);
            if (last is not null)
            {
                return new CustomerList(items, cursors.Write(List, place, last));
            }

            after = new byte[IIdentifier.Size];
        }

        return new CustomerList(items, null);
    }

    /// <summary>
    /// Fills the page from one compartment; the last id seen where the page is full before the compartment is done.
    /// </summary>
    private byte[]? Collect(
        OpenCompartment open, byte[] after, int size, bool trashed, List<ListedCustomer> items)
    {
        while (true)
        {
            List<CustomerRow> rows = open.Read(session => session.CustomersAfter(after, size));
            foreach (CustomerRow row in rows)
            {
                if (items.Count == size)
                {
                    return after;
                }

                after = RecordAddress.Bytes(row.Id);
                using OpenCustomer customer = open.OpenCustomer(row);
                if (TryRead(open, customer) is { } card && card.TrashedAt is not null == trashed)
                {
                    items.Add(new ListedCustomer(
                        OpenCompartment.CodeOf(customer), open.Facts.Name, trashed, card.TrashedAt,
                        TrashDays.Left(card.TrashedAt, settings, time)));
                }
            }

            if (rows.Count < size)
            {
                return null;
            }
        }
    }

    /// <summary>Null for a customer that is being written just now.</summary>
    private static CustomerCard? TryRead(OpenCompartment open, OpenCustomer customer)
    {
        try
        {
            return open.Read(session => CustomerCard.Open(customer, session));
        }
        catch (CardMissingException)
        {
            return null;
        }
    }

    private (int Place, byte[] After) ReadCursor(string untrustedCursor) =>
        cursors.TryRead(List, untrustedCursor, out int place, out byte[] after)
            ? (place, after)
            : throw new RefusedException(
                CustomerRefusals.Invalid, new FieldFault("cursor", "Use the cursor of the last page as it is."));

    private static AccessRequest Request(CompartmentFacts compartment) => new()
    {
        Compartment = compartment,
        Act = AuditAct.Listed,
        Permission = Permission.ViewCustomers,
        IsOnlyNoted = true,
    };
}
