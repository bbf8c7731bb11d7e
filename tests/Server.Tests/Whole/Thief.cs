using System.Text;
using System.Text.Json;
using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Whole;

/// <summary>
/// Who has stolen files and knows the formats (they are public): reads with SQLite and tries keys on everything. Uses
/// nothing of the server.
/// </summary>
internal sealed class Thief(string compartmentFolder)
{
    private readonly CompartmentId _compartment = CompartmentId.Parse(Path.GetFileName(compartmentFolder), null);
    private readonly List<(CustomerId Id, int Epoch, byte[] Key, byte[] Code, long Version)> _customers = Database.All(
        Path.Combine(compartmentFolder, "keys.db"),
        "SELECT id, epoch, sealed_key, sealed_code, card_version FROM customer",
        row => (CustomerId.FromBytes(row.GetFieldValue<byte[]>(0)), row.GetInt32(1), row.GetFieldValue<byte[]>(2),
            row.GetFieldValue<byte[]>(3), row.GetInt64(4)));

    private readonly List<(byte[] Owner, byte[] Id, long Version, byte[] Sealed)> _records = Database.All(
        Path.Combine(compartmentFolder, "records.db"), "SELECT owner, id, version, sealed FROM record",
        row => (row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2), row.GetFieldValue<byte[]>(
            3)));

    public int CustomerCount => _customers.Count;

    /// <summary>What opens with a key taken for the compartment's: codes and values, as text.</summary>
    public IReadOnlyList<string> OpenWithCompartmentKey(SealingKey key)
    {
        var texts = new List<string>();
        foreach ((CustomerId id, int epoch, byte[] sealedKey, byte[] _, long _) in _customers)
        {
            var context = new SealContext
            {
                Type = "key",
                Compartment = _compartment,
                Owner = id,
                Table = "customer",
                Column = "sealed_key",
                Version = epoch,
            };
            if (key.TryOpenKey(sealedKey, context, (uint)epoch, out SealingKey? customerKey))
            {
                using (customerKey)
                {
                    texts.AddRange(OpenWithCustomerKey(customerKey));
                }
            }
        }

        return texts;
    }

    /// <summary>What opens with a key taken for a customer's, of whichever customer.</summary>
    public IEnumerable<string> OpenWithCustomerKey(SealingKey key)
    {
        foreach ((CustomerId id, int _, byte[] _, byte[] sealedCode, long version) in _customers)
        {
            if (key.TryOpen(sealedCode, Record(id, "code", null, 1), out byte[]? code))
            {
                yield return Encoding.ASCII.GetString(code);
            }

            byte[] owner = Bytes(id);
            byte[]? card = Find(owner, new byte[IIdentifier.Size], version);
            if (card is not null && key.TryOpen(card, Record(id, "card", null, version), out byte[]? json))
            {
                foreach (string text in OpenFields(key, id, JsonDocument.Parse(json).RootElement))
                {
                    yield return text;
                }
            }
        }
    }

    /// <summary>Sealed values of one place and their contexts, for changing bits of them.</summary>
    public (SealingKey Key, SealContext Context, byte[] Sealed) AnyField(SealingKey compartmentKey, string kind)
    {
        (CustomerId id, int epoch, byte[] sealedKey, byte[] _, long version) = _customers[0];
        var context = new SealContext
        {
            Type = "key",
            Compartment = _compartment,
            Owner = id,
            Table = "customer",
            Column = "sealed_key",
            Version = epoch,
        };
        Assert.True(compartmentKey.TryOpenKey(sealedKey, context, (uint)epoch, out SealingKey? key));
        Assert.True(key.TryOpen(Find(Bytes(id), new byte[IIdentifier.Size], version)!, Record(
            id, "card", null, version), out byte[]? card));
        JsonElement field = JsonDocument.Parse(card).RootElement.GetProperty("fields").GetProperty(kind);
        var record = RecordId.Parse(field.GetProperty("record").GetString()!, null);
        return (key, Record(id, "field/" + kind, record, 1), Find(Bytes(id), Bytes(record), 1)!);
    }

    private IEnumerable<string> OpenFields(SealingKey key, CustomerId id, JsonElement card)
    {
        foreach (JsonProperty field in card.GetProperty("fields").EnumerateObject())
        {
            var record = RecordId.Parse(field.Value.GetProperty("record").GetString()!, null);
            long version = field.Value.GetProperty("version").GetInt64();
            if (Find(Bytes(id), Bytes(record), version) is { } found
                && key.TryOpen(found, Record(id, "field/" + field.Name, record, version), out byte[]? value))
            {
                yield return JsonDocument.Parse(value).RootElement.ToString();
            }
        }
    }

    private SealContext Record(CustomerId owner, string column, RecordId? record, long version) => new()
    {
        Type = "record",
        Compartment = _compartment,
        Owner = owner,
        Table = "record",
        Column = column,
        Record = record,
        Version = version,
    };

    private byte[]? Find(byte[] owner, byte[] id, long version) => _records
        .FirstOrDefault(row => row.Version == version && row.Owner.AsSpan().SequenceEqual(owner)
            && row.Id.AsSpan().SequenceEqual(id)).Sealed;

    private static byte[] Bytes(IIdentifier id)
    {
        byte[] bytes = new byte[IIdentifier.Size];
        id.CopyTo(bytes);
        return bytes;
    }
}
