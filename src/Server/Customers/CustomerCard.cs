using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Customers;

/// <summary>
/// The sealed summary of a customer: which fields there are, where, and their masks. One opening shows a masked
/// customer, and a thief of the file does not even learn which kinds of data a customer has. Its version is the
/// customer's version.
/// </summary>
internal sealed record CustomerCard
{
    private const string Column = "card";

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When the customer was moved to the trash; null while it is not there.</summary>
    public DateTimeOffset? TrashedAt { get; init; }

    /// <summary>What forbids erasing; null where nothing does.</summary>
    public CustomerHold? Hold { get; init; }

    /// <summary>The fields by kind.</summary>
    public required IReadOnlyDictionary<string, CardField> Fields { get; init; }

    /// <summary>Reads the newest card of a customer and opens it.</summary>
    public static CustomerCard Open(OpenCustomer customer, CompartmentSession session)
    {
        byte[]? found = session.Record(new RecordAddress(customer.Row.Id, null), customer.Row.CardVersion);
        return found is null
            ? throw new CardMissingException()
            : JsonSerializer.Deserialize(
                customer.Seal.Open(Column, null, customer.Row.CardVersion, found), CustomersJson.Default.CustomerCard)!;
    }

    /// <summary>Seals the card as a version of the customer.</summary>
    public byte[] Seal(OwnerSeal seal, long version) =>
        seal.Seal(Column, null, version, JsonSerializer.SerializeToUtf8Bytes(this, CustomersJson.Default.CustomerCard));
}
