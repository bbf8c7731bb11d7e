using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Customers.History;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>
/// What a change of a customer writes: new field versions and the card that points at them, all sealed before the
/// writer is asked.
/// </summary>
internal sealed class CustomerDraft
{
    private readonly IIdentifier _owner;
    private readonly long _version;
    private readonly byte[] _sealedCard;
    private readonly List<(RecordAddress Address, long Version, byte[] Sealed)> _records;

    private CustomerDraft(OwnerSeal seal, long version, CustomerCard card, List<(RecordAddress, long, byte[])> records)
    {
        _owner = seal.Owner;
        _version = version;
        Card = card;
        _sealedCard = card.Seal(seal, version);
        _records = records;
    }

    /// <summary>The card as this version has it.</summary>
    public CustomerCard Card { get; }

    /// <summary>The first version of a customer.</summary>
    public static CustomerDraft New(OwnerSeal seal, FieldSet fields, FieldChange change)
    {
        var card = new CustomerCard
        {
            CreatedAt = change.At,
            ChangedAt = change.At,
            Fields = new Dictionary<string, CardField>(StringComparer.Ordinal),
        };
        return Change(seal, 0, card, fields, change);
    }

    /// <summary>The next version: new values beside the old ones, which stay sealed as history.</summary>
    public static CustomerDraft Change(
        OwnerSeal seal, long from, CustomerCard card, FieldSet fields, FieldChange change)
    {
        var kept = new Dictionary<string, CardField>(card.Fields, StringComparer.Ordinal);
        var records = new List<(RecordAddress, long, byte[])>(fields.Values.Count);
        foreach ((FieldKind kind, FieldValue value) in fields.Values)
        {
            kept.TryGetValue(kind.Name, out CardField? old);
            long version = (old?.Version ?? 0) + 1;
            var next = new CardField(old?.Record ?? RecordId.New(), version, value.Masked)
            {
                Changes = [.. old?.Changes ?? [], change with { Version = version }],
            };
            kept[kind.Name] = next;
            byte[] sealedValue = seal.Seal(Column(kind.Name), next.Record, next.Version, value.Json);
            records.Add((new RecordAddress(seal.Owner, next.Record), next.Version, sealedValue));
        }

        return new CustomerDraft(seal, from + 1, card with { ChangedAt = change.At, Fields = kept }, records);
    }

    /// <summary>The next version with the same fields: to the trash and back.</summary>
    public static CustomerDraft Restate(OwnerSeal seal, long from, CustomerCard card) => new(seal, from + 1, card, []);

    /// <summary>The column that a field's seal is bound to.</summary>
    public static string Column(string kind) => "field/" + kind;

    /// <summary>Writes records and card, on the writer; the card before this one goes.</summary>
    public void Write(CompartmentSession session)
    {
        var card = new RecordAddress(_owner, null);
        session.AddRecords([.. _records, (card, _version, _sealedCard)]);
        if (_version > 1)
        {
            session.RemoveRecordsBefore(card, _version);
        }
    }
}
