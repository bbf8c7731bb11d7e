using System.Text;
using System.Text.Json;
using Strongroom.Sealing;
using Strongroom.Server.Tests.Whole;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Recipients;

/// <summary>What a thief of the files learns of whom a recipient's codes mean.</summary>
public sealed class StolenMappingTests
{
    [Fact]
    public async Task A_stolen_data_folder_yields_no_mapping_and_the_compartments_key_yields_it()
    {
        await using Business business = await Business.FoundAsync();
        string customer = await business.RegisterAsync("clinic", new Dictionary<string, string> { ["full-name"] = "Ada Example" });
        Answer recipient = await business.Http.SendAsync(
            HttpMethod.Post, "recipients", new { name = "Example Laboratory", purpose = "support" }, business.Token);
        Answer issued = await business.Http.SendAsync(
            HttpMethod.Post, $"customers/{customer}/recipient-codes", new { recipient = recipient.Text("id") }, business.Token);
        string code = issued.Text("recipientCode");
        await business.Server.StopAsync();
        using TemporaryFolder stolen = Folders.New();
        Folders.Copy(business.DataFolder, stolen.FullName);
        string data = Path.Combine(stolen.FullName, "data");

        Row row = Assert.Single(Folders.Compartments(data).SelectMany(Rows));
        Assert.Empty(new CanaryScanner([customer, code]).FindInFolder(data));
        int tried = 0;
        foreach (byte[] window in Loot.Windows(data))
        {
            tried++;
            using var key = SealingKey.TakeFrom([.. window], 1);
            Assert.Null(row.Open(key));
            using SecretBytes secret = SecretBytes.TakeFrom(window);
            using var hash = KeyedHash.TakeFrom(secret.Reveal().ToArray());
            Assert.NotEqual(row.CodeHash, hash.Hash(
                "recipient-code", [.. row.Recipient, .. Encoding.ASCII.GetBytes(code)])[..IIdentifier.Size]);
        }

        Assert.True(tried > 10_000, $"only {tried} keys were tried");
        using SealingKey compartmentKey = Loot.CompartmentKey(
            Path.Combine(data, "keyring"), business.UnsealKeyFile, row.Compartment);
        using SealingKey customerKey = row.CustomerKey(compartmentKey);
        Assert.Equal(code, row.Open(customerKey)); // the same attempt with the right key: it was worth trying
    }

    private static IEnumerable<Row> Rows(string folder)
    {
        var compartment = CompartmentId.Parse(Path.GetFileName(folder), null);
        return Database.All(
            Path.Combine(folder, "keys.db"),
            "SELECT r.recipient, r.code_hash, r.sealed, c.id, c.epoch, c.sealed_key FROM recipient_code r "
            + "JOIN customer c ON c.id = r.customer",
            row => new Row(
                compartment, row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2),
                CustomerId.FromBytes(row.GetFieldValue<byte[]>(3)), row.GetInt32(4), row.GetFieldValue<byte[]>(5)));
    }

    /// <summary>A row as the thief reads it.</summary>
    private sealed record Row(
        CompartmentId Compartment, byte[] Recipient, byte[] CodeHash, byte[] Sealed, CustomerId Customer, int Epoch,
        byte[] SealedKey)
    {
        public string? Open(SealingKey key)
        {
            var context = new SealContext
            {
                Type = "record",
                Compartment = Compartment,
                Owner = Customer,
                Table = "record",
                Column = "recipient-code",
                Record = RecordId.FromBytes(Recipient),
                Version = 1,
            };
            return key.TryOpen(Sealed, context, out byte[]? plain)
                ? JsonDocument.Parse(plain).RootElement.GetProperty("code").GetString()
                : null;
        }

        public SealingKey CustomerKey(SealingKey compartmentKey)
        {
            var context = new SealContext
            {
                Type = "key",
                Compartment = Compartment,
                Owner = Customer,
                Table = "customer",
                Column = "sealed_key",
                Version = Epoch,
            };
            Assert.True(compartmentKey.TryOpenKey(SealedKey, context, (uint)Epoch, out SealingKey? key));
            return key;
        }
    }
}
