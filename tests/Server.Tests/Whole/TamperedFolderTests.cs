using System.Net.Http;
using System.Text.Json.Nodes;
using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Whole;

/// <summary>Who can write to the data folder puts old files back, plants keys and swaps what is stored.</summary>
public sealed class TamperedFolderTests
{
    private static readonly string[] Names = ["Ottoline Quillfeather", "Barnaby Thrupp"];

    [Theory]
    [InlineData(true)] // signed, by the thief
    [InlineData(false)] // under the signature that was there
    public async Task A_planted_compartment_key_keeps_the_server_sealed_and_it_says_so(bool isSignedByThief)
    {
        (Business business, _, _) = await OpenAsync();
        await using Business _1 = business;
        await business.Server.StopAsync();
        string file = Path.Combine(business.DataFolder, "keyring");
        byte[] genuine = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, Plant(business, isSignedByThief), TestContext.Current.CancellationToken);

        await using (ServerProcess server = await ServerProcess.StartAsync(business.Server.Folder))
        {
            await AssertSealedAsync(server.Http, business.Key);
            Assert.Contains("sealed: key-missing", server.Output, StringComparison.Ordinal);
            Assert.Contains("not signed by this installation", server.Output, StringComparison.Ordinal);
        }

        await File.WriteAllBytesAsync(file, genuine, TestContext.Current.CancellationToken);
        await business.Server.StartAgainAsync();
        Assert.Equal(200, (await business.Server.SendAsync(HttpMethod.Get, "/health/ready")).Status);
    }

    [Fact]
    public async Task An_old_keyring_put_back_keeps_the_server_sealed_with_no_key_in_memory()
    {
        (Business business, string code, _) = await OpenAsync();
        await using Business _1 = business;
        string file = Path.Combine(business.DataFolder, "keyring");
        byte[] old = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(201, (await business.Http.SendAsync(HttpMethod.Post, "compartments", new { name = "shop" },
            business.Token)).Status);
        await business.Server.StopAsync();
        await File.WriteAllBytesAsync(file, old, TestContext.Current.CancellationToken);

        await business.Server.StartAgainAsync();

        await AssertSealedAsync(business.Http, business.Token);
        Assert.Equal("not-ready", (await business.Http.RevealAsync(business.Token, code, "full-name")).Code);
        Assert.False(business.Server.Keys.IsOpen);
    }

    [Theory]
    [InlineData("records.db", "keys.db")]
    [InlineData("records.db")]
    [InlineData("keys.db")]
    public async Task An_old_copy_of_a_compartment_put_back_is_refused_and_the_rest_answers(params string[] databases)
    {
        (Business business, string code, string other) = await OpenAsync();
        await using Business _1 = business;
        await business.Server.StopAsync();
        string clinic = FolderOf(business, "clinic");
        using TemporaryFolder old = Folders.New();
        Folders.Copy(clinic, old.FullName);
        await business.Server.StartAgainAsync();
        await business.LogInAsync();
        string newest =
            await business.RegisterAsync("clinic", new Dictionary<string, string> { ["full-name"] = "Newest Example" });
        Assert.Equal(201, (await business.Http.RevealAsync(business.Token, newest, "full-name")).Status);
        await business.Server.StopAsync();
        foreach (string database in databases)
        {
            File.Copy(Path.Combine(old.FullName, Path.GetFileName(clinic), database), Path.Combine(
                clinic, database), overwrite: true);
        }

        await business.Server.StartAgainAsync();
        await business.LogInAsync();

        AssertRefused(await business.Http.RevealAsync(business.Token, code, "full-name"));
        AssertRefused(await business.Http.RevealAsync(business.Token, newest, "full-name"));
        Assert.Equal(201, (await business.Http.RevealAsync(business.Token, other, "full-name")).Status);
        Assert.Equal(200, (await business.Http.SendAsync(HttpMethod.Get, "compartments", null, business.Token)).Status);
    }

    [Fact]
    public async Task An_old_row_put_back_is_refused()
    {
        (Business business, string code, _) = await OpenAsync();
        await using Business _1 = business;
        string records = Path.Combine(FolderOf(business, "clinic"), "records.db");
        byte[] oldCard = Assert.Single(Database.All(records, CardsOf(1), row => row.GetFieldValue<byte[]>(0)));
        Answer corrected = await business.Http.SendAsync(
            HttpMethod.Patch, "customers/" + code,
            new { fields = new Dictionary<string, string> { ["full-name"] = "Corrected Example" } },
            business.Token, ("If-Match", "\"1\""));
        Assert.Equal(200, corrected.Status);
        byte[] newCard = Assert.Single(Database.All(records, CardsOf(2), row => row.GetFieldValue<byte[]>(0)));

        // The old card in the place of the new one.
        Database.Run(records, "UPDATE record SET sealed = $1 WHERE id = zeroblob(16) AND version = 2", oldCard);
        AssertRefused(await business.Http.RevealAsync(business.Token, code, "full-name"));

        // The old card under its own number.
        Database.Run(records, "UPDATE record SET version = 1 WHERE id = zeroblob(16) AND version = 2");
        AssertRefused(await business.Http.RevealAsync(business.Token, code, "full-name"));

        // The old value in the place of the new one; it stands there as history.
        Database.Run(
            records, "UPDATE record SET version = 2, sealed = $1 WHERE id = zeroblob(16) AND version = 1", newCard);
        byte[] oldValue = Database.All(
            records, "SELECT sealed FROM record WHERE id <> zeroblob(16) AND version = 1 AND owner = (SELECT owner FROM record WHERE version = 2 AND id = zeroblob(16)) AND id = (SELECT id FROM record WHERE version = 2 AND id <> zeroblob(16))", row => row.GetFieldValue<byte[]>(0)).Single();
        byte[] newValue = Database.All(records, "SELECT sealed FROM record WHERE id <> zeroblob(16) AND version = 2",
            row => row.GetFieldValue<byte[]>(0)).Single();
        Database.Run(records, "UPDATE record SET sealed = $1 WHERE id <> zeroblob(16) AND version = 2", oldValue);
        AssertRefused(await business.Http.RevealAsync(business.Token, code, "full-name"));

        Database.Run(records, "UPDATE record SET sealed = $1 WHERE id <> zeroblob(16) AND version = 2", newValue);
        Assert.Contains("Corrected Example", (
            await business.Http.RevealAsync(business.Token, code, "full-name")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keys.db", "customer", "sealed_key")]
    [InlineData("keys.db", "customer", "sealed_code")]
    [InlineData("keys.db", "customer", "code_hash")]
    [InlineData("keys.db", "customer", "handle")]
    [InlineData("records.db", "record", "sealed")]
    public async Task What_two_customers_have_swapped_is_refused(string database, string table, string column)
    {
        (Business business, string code, _) = await OpenAsync();
        await using Business _1 = business;
        string second =
            await business.RegisterAsync("clinic", new Dictionary<string, string> { ["full-name"] = Names[1] });
        string file = Path.Combine(FolderOf(business, "clinic"), database);
        string id = table == "customer" ? "id" : "owner || id";

        Swap(file, table, column, id);
        AssertRefused(await business.Http.RevealAsync(business.Token, code, "full-name"));
        AssertRefused(await business.Http.RevealAsync(business.Token, second, "full-name"));

        Swap(file, table, column, id);
        Assert.Contains(Names[0], (
            await business.Http.RevealAsync(business.Token, code, "full-name")).Body, StringComparison.Ordinal);
        Assert.Contains(Names[1], (
            await business.Http.RevealAsync(business.Token, second, "full-name")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("records.db", "keys.db")]
    [InlineData("records.db")]
    [InlineData("keys.db")]
    public async Task Files_that_two_compartments_have_swapped_are_refused(params string[] databases)
    {
        (Business business, string code, string other) = await OpenAsync();
        await using Business _1 = business;
        await business.Server.StopAsync();
        string[] folders = [.. Folders.Compartments(business.DataFolder)];
        foreach (string database in databases)
        {
            string aside = Path.Combine(business.Server.Folder, "aside");
            File.Move(Path.Combine(folders[0], database), aside);
            File.Move(Path.Combine(folders[1], database), Path.Combine(folders[0], database));
            File.Move(aside, Path.Combine(folders[1], database));
        }

        await business.Server.StartAgainAsync();
        await business.LogInAsync();

        AssertRefused(await business.Http.RevealAsync(business.Token, code, "full-name"));
        AssertRefused(await business.Http.RevealAsync(business.Token, other, "full-name"));
        Assert.Equal(200, (await business.Server.SendAsync(HttpMethod.Get, "/health/ready")).Status);
    }

    /// <summary>
    /// A customer in each of the two compartments; each has been looked at, so that the log knows them.
    /// </summary>
    private static async Task<(Business Business, string Code, string Other)> OpenAsync()
    {
        Business business = await Business.FoundAsync();
        string code =
            await business.RegisterAsync("clinic", new Dictionary<string, string> { ["full-name"] = Names[0] });
        string other = await business.RegisterAsync("accounts",
            new Dictionary<string, string> { ["full-name"] = "Other Example" });
        Assert.Equal(201, (await business.Http.RevealAsync(business.Token, code, "full-name")).Status);
        Assert.Equal(201, (await business.Http.RevealAsync(business.Token, other, "full-name")).Status);
        return (business, code, other);
    }

    private static string CardsOf(int version) =>
        $"SELECT sealed FROM record WHERE id = zeroblob(16) AND version = {version}";

    private static string FolderOf(Business business, string compartment)
    {
        string id = Assert.Single(Database.All(
            Path.Combine(business.DataFolder, "registry.db"),
            $"SELECT id FROM compartment WHERE name = '{compartment}'", row => row.GetString(0)));
        return Path.Combine(business.DataFolder, "compartments", id);
    }

    /// <summary>Exchanges a column of the first and the last row; twice, and all is as before.</summary>
    private static void Swap(string file, string table, string column, string id)
    {
        List<(byte[] Id, byte[] Value)> rows = Database.All(
            file, $"SELECT CAST({id} AS BLOB), {column} FROM {table} ORDER BY 1", row =>
                (row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)));
        string update = $"UPDATE {table} SET {column} = $1 WHERE CAST({id} AS BLOB) = $2";
        Database.Run(file, update, new byte[16], rows[0].Id); // some are unique
        Database.Run(file, update, rows[0].Value, rows[^1].Id);
        Database.Run(file, update, rows[^1].Value, rows[0].Id);
    }

    /// <summary>A keyring with one compartment's key replaced by one that the thief knows.</summary>
    private static byte[] Plant(Business business, bool isSignedByThief)
    {
        string file = Path.Combine(business.DataFolder, "keyring");
        (RootBlock block, Keyring keyring) = Loot.Open(file, business.UnsealKeyFile); // only to read the public parts with ease
        block.Dispose();
        using var known = SecretBytes.Random(32);
        using var thief = SigningKey.New();
        CompartmentId compartment = keyring.Entries.First(
            entry => entry.Purpose == KeyPurpose.Compartment).Compartment!;
        byte[] planted = keyring
            .With(KeyringEntry.Seal(keyring.Root, KeyPurpose.Compartment, compartment, 2, known, DateTimeOffset.UtcNow))
                .ToBytes(thief);
        if (isSignedByThief)
        {
            return planted;
        }

        string signature = JsonNode.Parse(File.ReadAllBytes(file))!["signature"]!.GetValue<string>();
        string thiefs = JsonNode.Parse(planted)!["signature"]!.GetValue<string>();
        return System.Text.Encoding.UTF8.GetBytes(
            System.Text.Encoding.UTF8.GetString(planted).Replace(thiefs, signature, StringComparison.Ordinal));
    }

    private static async Task AssertSealedAsync(HttpClient http, string token)
    {
        using HttpResponseMessage health = await http.GetAsync(
            new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("sealed", await health.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("not-ready", (await http.SendAsync(HttpMethod.Get, "compartments", null, token)).Code);
    }

    private static void AssertRefused(Answer answer)
    {
        Assert.True(answer.Status == 503, answer.Body);
        Assert.Equal("not-ready", answer.Code);
        Assert.All(Names, name => Assert.DoesNotContain(name, answer.Body, StringComparison.Ordinal));
    }
}
