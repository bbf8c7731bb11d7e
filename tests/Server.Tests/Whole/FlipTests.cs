using Microsoft.Data.Sqlite;
using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Whole;

/// <summary>One bit of what is stored is another: refused, and never shown.</summary>
public sealed class FlipTests
{
    private const string Email = "ottoline@example.org";
    private const int Samples = 12;

    [Fact]
    public async Task Every_single_flipped_bit_of_a_value_of_a_real_compartment_is_refused()
    {
        await using Business business = await Business.FoundAsync();
        await business.RegisterAsync("clinic", new Dictionary<string, string> { ["email"] = Email });
        await business.Server.StopAsync();
        string folder = Folders.Compartments(business.DataFolder).Single(path => new Thief(path).CustomerCount == 1);
        using SealingKey compartmentKey = Loot.CompartmentKey(
            Path.Combine(business.DataFolder, "keyring"), business.UnsealKeyFile, CompartmentId.Parse(
                Path.GetFileName(folder), null));
        (SealingKey key, SealContext context, byte[] value) = new Thief(folder).AnyField(compartmentKey, "email");
        Assert.True(key.TryOpen(value, context, out byte[]? plain));
        Assert.Contains(Email, System.Text.Encoding.UTF8.GetString(plain), StringComparison.Ordinal);

        for (int bit = 0; bit < value.Length * 8; bit++)
        {
            Assert.False(key.TryOpen(Flipped(value, bit), context, out _));
        }
    }

    [Theory]
    [InlineData("keys.db", "customer", "sealed_key")]
    [InlineData("keys.db", "customer", "sealed_code")]
    [InlineData("keys.db", "customer", "code_hash")]
    [InlineData("keys.db", "customer", "handle")]
    [InlineData("keys.db", "customer", "id")]
    [InlineData("records.db", "record", "sealed")]
    public async Task A_flipped_bit_is_refused_by_the_running_server_and_its_value_not_shown(
        string database, string table, string column)
    {
        await using Business business = await Business.FoundAsync();
        string code = await business.RegisterAsync("clinic", new Dictionary<string, string> { ["email"] = Email });
        string file = Folders.Compartments(business.DataFolder).Select(folder => Path.Combine(folder, database))
            .Single(path => File.Exists(path) && Values(path, table, column).Count > 0);
        foreach (byte[] genuine in Values(file, table, column))
        {
            for (int sample = 0; sample < Samples; sample++)
            {
                byte[] flipped = Flipped(genuine, sample * 97 % (genuine.Length * 8));
                string update = $"UPDATE {table} SET {column} = $1 WHERE {column} = $2";
                Database.Run(file, update, flipped, genuine);

                Answer answer = await business.Http.RevealAsync(business.Token, code, "email");

                // A hash that fits nobody is a code that is not there.
                Assert.True(answer is { Status: 503, Code: "not-ready" }
                    || (column == "code_hash" && answer is { Status: 404, Code: "not-found" }), answer.Body);
                Assert.DoesNotContain(Email, answer.Body, StringComparison.Ordinal);
                Database.Run(file, update, genuine, flipped);
            }
        }

        Assert.Contains(
            Email, (await business.Http.RevealAsync(business.Token, code, "email")).Body, StringComparison.Ordinal);
    }

    private static List<byte[]> Values(string file, string table, string column) =>
        Database.All(file, $"SELECT {column} FROM {table}", (SqliteDataReader row) => row.GetFieldValue<byte[]>(0));

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        byte[] flipped = [.. bytes];
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
