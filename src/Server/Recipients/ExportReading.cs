using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>Reads one open compartment for an export: whom it holds, then what of them leaves.</summary>
internal sealed class ExportReading(RecipientCodes codes)
{
    private const int Batch = 200;

    /// <summary>A code for everybody who is not in the trash; who has one keeps it.</summary>
    public async Task<IReadOnlyList<(CustomerId Id, RecipientCode Code)>> GiveCodesAsync(
        OpenCompartment open, RecipientId recipient, CancellationToken cancellation)
    {
        var coded = new List<(CustomerId, RecipientCode)>();
        byte[] after = new byte[IIdentifier.Size];
        while (open.Read(session => session.CustomersAfter(after, Batch)) is { Count: > 0 } rows)
        {
            cancellation.ThrowIfCancellationRequested();
            after = RecordAddress.Bytes(rows[^1].Id);
            List<OpenCustomer> customers = [.. rows.Select(open.OpenCustomer)];
            try
            {
                List<OpenCustomer> listed = customers.FindAll(
                    customer => TryRead(open, customer) is { TrashedAt: null });
                IReadOnlyList<(RecipientCode? Code, bool IsNew)> taken = await codes.TakeAsync(
                    open, recipient, listed, cancellation);
                coded.AddRange(listed.Zip(taken).Where(pair => pair.Second.Code is not null)
                    .Select(pair => (pair.First.Row.Id, pair.Second.Code!)));
            }
            finally
            {
                customers.ForEach(customer => customer.Dispose());
            }
        }

        return coded;
    }

    /// <summary>Reads a row of each customer. Only after the door has said yes to these kinds.</summary>
    public static void AddRows(
        OpenCompartment open, IReadOnlyList<(CustomerId Id, RecipientCode Code)> coded, ExportColumns columns,
        IReadOnlyList<string> kinds, ExportRows rows, CancellationToken cancellation)
    {
        foreach ((CustomerId id, RecipientCode code) in coded)
        {
            cancellation.ThrowIfCancellationRequested();
            if (kinds.Count == 0)
            {
                rows.Add(columns.Row(code.ToString(), new Dictionary<string, JsonElement>(StringComparer.Ordinal)));
            }
            else if (Values(open, id, kinds) is { } values)
            {
                rows.Add(columns.Row(code.ToString(), values));
            }
        }
    }

    /// <summary>Null for a customer who was destroyed or put into the trash meanwhile.</summary>
    private static Dictionary<string, JsonElement>? Values(
        OpenCompartment open, CustomerId id, IReadOnlyList<string> kinds)
    {
        byte[] bytes = RecordAddress.Bytes(id);
        if (open.Read(session => session.CustomerById(bytes)) is not { } row)
        {
            return null;
        }

        using OpenCustomer customer = open.OpenCustomer(row);
        return TryRead(open, customer) is { TrashedAt: null } card
            ? kinds.Where(card.Fields.ContainsKey).ToDictionary(
                kind => kind, kind => RevealFields.OpenValue(open, customer, kind, card.Fields[kind]),
                StringComparer.Ordinal)
            : null;
    }

    /// <summary>Null for one that is being written just now.</summary>
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
}
