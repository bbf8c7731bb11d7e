using System.Collections.Concurrent;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Sealing;

namespace Strongroom.Server.Tests.Whole;

/// <summary>
/// The plug is pulled in the middle of imports and of reveals: what was said to be done is there, once.
/// </summary>
public class KillTests(ITestOutputHelper output)
{
    /// <summary>How often the plug is pulled.</summary>
    protected virtual int Rounds => 4;

    private const int RowsOfAnImport = 250;

    [Fact]
    public async Task An_import_killed_again_and_again_registers_every_row_once()
    {
        Random random = NewRandom();
        await using Business business = await FoundAsync();
        string folder = business.Server.Folder;
        var jobs = new List<string>();
        int unfinished = 0;
        for (int round = 0; round < Rounds; round++)
        {
            await using ServerProcess server = await ServerProcess.StartAsync(folder);
            Answer started = await server.Http.ImportAsync(business.Key, "accounts", Csv(round));
            Assert.Equal(202, started.Status);
            jobs.Add(started.Text("id"));
            await Task.Delay(Next(random, 700), TestContext.Current.CancellationToken);
            await server.KillAsync();
            unfinished += new Stores(business.Server.Folder).All(
                "registry", "SELECT 1 FROM job WHERE state IN (1, 2)", row => 1).Count > 0 ? 1 : 0;
        }

        output.WriteLine($"{unfinished} of {Rounds} kills left work unfinished");
        await using ServerProcess last = await ServerProcess.StartAsync(folder);
        foreach (string job in jobs)
        {
            Answer end = await last.Http.EndOfImportAsync(business.Key, job);
            Assert.Equal("done", end.Json.GetProperty("job").GetProperty("state").GetString());
        }

        IReadOnlyList<string> codes = await last.Http.CodesAsync(business.Key, "accounts");
        IEnumerable<string> names = await Task.WhenAll(codes.Select(code => NameAsync(last.Http, business.Key, code)));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(
            Enumerable.Range(0, Rounds).SelectMany(round =>
                Enumerable.Range(0, RowsOfAnImport).Select(row => Name(round, row))).Order(StringComparer.Ordinal),
            names.Order(StringComparer.Ordinal));
        await AssertLogVerifiesAsync(last.Http, business);
    }

    [Fact]
    public async Task Undoing_killed_again_and_again_trashes_everybody_once()
    {
        Random random = NewRandom();
        await using Business business = await FoundAsync();
        string import = await ImportToTheEndAsync(business);
        int unfinished = 0;
        for (int round = 0; round < Rounds; round++)
        {
            await using ServerProcess server = await ServerProcess.StartAsync(business.Server.Folder);
            Answer asked = await server.Http.SendAsync(
                HttpMethod.Post, $"imports/{import}/undoings", null, business.Key);
            Assert.Equal(202, asked.Status);
            await Task.Delay(Next(random, 60), TestContext.Current.CancellationToken);
            await server.KillAsync();
            unfinished += new Stores(business.Server.Folder).All(
                "registry", "SELECT 1 FROM job WHERE state IN (1, 2)", row => 1).Count > 0 ? 1 : 0;
        }

        output.WriteLine($"{unfinished} of {Rounds} kills left work unfinished");
        await using ServerProcess last = await ServerProcess.StartAsync(business.Server.Folder);
        JsonElement undo = await EndOfUndoingAsync(last.Http, business.Key, import);
        Assert.Equal(
            (Rounds * RowsOfAnImport, 0), (undo.GetProperty("done").GetInt32(), undo.GetProperty("failed").GetInt32()));
        Assert.Empty(await last.Http.CodesAsync(business.Key, "accounts"));
        await AssertLogVerifiesAsync(last.Http, business);
    }

    [Fact]
    public async Task Every_acknowledged_customer_is_there_and_every_value_shown_has_its_entry()
    {
        Random random = NewRandom();
        await using Business business = await FoundAsync();
        var customers = new ConcurrentDictionary<string, string>();
        var shown = new ConcurrentBag<long>();
        for (int round = 0; round < Rounds; round++)
        {
            await using ServerProcess server = await ServerProcess.StartAsync(business.Server.Folder);
            int number = round;
            Task[] clients = [.. Enumerable.Range(0, 4).Select(client =>
                Task.Run(() => WorkAsync(server.Http, business.Key, $"{number}.{client}", customers, shown)))];
            int before = shown.Count;
            while (shown.Count < before + 10)
            {
                await Task.Delay(10, TestContext.Current.CancellationToken);
                Assert.False(clients.Any(client => client.IsFaulted), clients.FirstOrDefault(
                    client => client.IsFaulted)?.Exception?.ToString());
            }

            await Task.Delay(Next(random, 300), TestContext.Current.CancellationToken);
            await server.KillAsync();
            await Task.WhenAll(clients);
        }

        Assert.True(
            customers.Count > Rounds && shown.Count > Rounds, $"{customers.Count} customers, {shown.Count} reveals");
        output.WriteLine($"{customers.Count} customers acknowledged, {shown.Count} values shown, {Rounds} kills");
        await using ServerProcess last = await ServerProcess.StartAsync(business.Server.Folder);
        IReadOnlyList<string> codes = await last.Http.CodesAsync(business.Key, "clinic");
        Assert.Equal(codes.Count, codes.Distinct().Count());
        foreach ((string code, string name) in customers)
        {
            Assert.Contains(code, codes);
            Assert.Equal(name, await NameAsync(last.Http, business.Key, code));
        }

        Assert.Equal(shown.Count, shown.Distinct().Count());
        await AssertLoggedAsync(last.Http, business.Key, [.. shown]);
        await AssertLogVerifiesAsync(last.Http, business);
    }

    private Random NewRandom()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        return new Random(seed);
    }

#pragma warning disable CA5394 // Instants of tests are no secrets, and a seed brings them back.
    private static int Next(Random random, int below) => random.Next(below);
#pragma warning restore CA5394

    private async Task<string> ImportToTheEndAsync(Business business)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(business.Server.Folder);
        byte[] csv = [.. "name,email\n"u8, .. Enumerable.Range(0, Rounds).SelectMany(
            round => Csv(round).Skip("name,email\n".Length))];
        string import = (await server.Http.ImportAsync(business.Key, "accounts", csv)).Text("id");
        Answer end = await server.Http.EndOfImportAsync(business.Key, import);
        Assert.Equal("done", end.Json.GetProperty("job").GetProperty("state").GetString());
        return import;
    }

    private static async Task<JsonElement> EndOfUndoingAsync(HttpClient http, string key, string import)
    {
        while (true)
        {
            Answer answer = await http.SendAsync(HttpMethod.Get, "imports/" + import, null, key);
            JsonElement card = answer.Json.GetProperty("import");
            if (card.GetProperty("state").GetString() != "undoing")
            {
                Assert.Equal("undone", card.GetProperty("state").GetString());
                return card.GetProperty("undo");
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<Business> FoundAsync()
    {
        Business business = await Business.FoundAsync();
        await business.Server.StopAsync();
        return business;
    }

    private static string Name(int round, int row) => $"Round {round} Row {row}";

    private static byte[] Csv(int round) => Encoding.UTF8.GetBytes(
        "name,email\n" + string.Concat(
            Enumerable.Range(0, RowsOfAnImport).Select(row => $"{Name(round, row)},r{round}.{row}@example.org\n")));

    /// <summary>Registers and reveals until the server is gone; notes only what was answered.</summary>
    private static async Task WorkAsync(
        HttpClient http, string key, string client, ConcurrentDictionary<string, string> customers,
        ConcurrentBag<long> shown)
    {
        try
        {
            for (int i = 0; ; i++)
            {
                string name = $"Client {client} Customer {i}";
                Answer created =
                    await http.RegisterAsync(key, "clinic", new Dictionary<string, string> { ["full-name"] = name });
                Assert.True(created.Status == 201, created.Body);
                Assert.True(customers.TryAdd(created.Code, name));
                for (int again = 0; again < 3; again++)
                {
                    Answer revealed = await http.RevealAsync(key, created.Code, "full-name");
                    Assert.True(revealed.Status == 201, revealed.Body);
                    shown.Add(revealed.Json.GetProperty("entry").GetInt64());
                }
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    private static async Task<string> NameAsync(HttpClient http, string key, string code)
    {
        Answer revealed = await http.RevealAsync(key, code, "full-name");
        Assert.True(revealed.Status == 201, revealed.Body);
        return revealed.Json.GetProperty("values").GetProperty("full-name").GetString()!;
    }

    private static async Task AssertLoggedAsync(HttpClient http, string key, HashSet<long> wanted)
    {
        for (long? from = 0; from is not null;)
        {
            Answer page = await http.SendAsync(HttpMethod.Get, $"log/entries?from={from}&limit=200", null, key);
            foreach (JsonElement entry in page.Json.GetProperty("items").EnumerateArray())
            {
                if (wanted.Remove(entry.GetProperty("sequence").GetInt64()))
                {
                    Assert.Equal("Revealed", entry.GetProperty("act").GetString());
                    Assert.Equal("Done", entry.GetProperty("result").GetString());
                }
            }

            from = page.Json.TryGetProperty("next", out JsonElement next) ? next.GetInt64() : null;
        }

        Assert.Empty(wanted);
    }

    private static async Task AssertLogVerifiesAsync(HttpClient http, Business business)
    {
        Answer head = await http.SendAsync(HttpMethod.Get, "log/checkpoints", null, business.Key);
        VerificationReport report = AuditVerifier.Verify(
            Path.Combine(business.DataFolder, "audit"), VerifyingKey.Parse(head.Text("key"), null), null,
            TestContext.Current.CancellationToken);
        Assert.Empty(report.Faults);
        Assert.Equal(0, report.Gaps);
        Assert.True(report.SignatureIsValid);
    }
}
