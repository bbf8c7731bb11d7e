using System.Collections.Concurrent;
using System.Net.Http;
using System.Text;
using Strongroom.Server.Tests.Intake;

namespace Strongroom.Server.Tests.Whole;

/// <summary>
/// The public intake as a process of its own: killed while people send, its disk full, its folder searched for what they
/// typed.
/// </summary>
public sealed class IntakeKillTests(ITestOutputHelper output)
{
    private const int Rounds = 6;

    [Fact]
    public async Task Every_receipt_that_was_given_is_one_customer_however_often_the_server_is_killed()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        (Business business, string port) = await FoundAsync();
        await using Business _ = business;
        var receipts = new ConcurrentDictionary<string, string>();
        var unsure = new ConcurrentBag<(string Slug, Dictionary<string, string> Fields)>();
        for (int round = 0; round < Rounds; round++)
        {
            await using ServerProcess server = await ServerProcess.StartAsync(business.Server.Folder, Settings(port));
            int number = round;
            Task[] people = [.. Enumerable.Range(0, 4).Select(person => Task.Run(() =>
                SendAsync(business.Server.Folder, port, $"{number}.{person}", receipts, unsure)))];
            int before = receipts.Count;
            while (receipts.Count < before + 5)
            {
                await Task.Delay(10, TestContext.Current.CancellationToken);
                Assert.False(Array.Exists(people, person => person.IsFaulted));
            }

#pragma warning disable CA5394 // Instants of tests are no secrets, and a seed brings them back.
            await Task.Delay(random.Next(300), TestContext.Current.CancellationToken);
#pragma warning restore CA5394
            await server.KillAsync();
            await Task.WhenAll(people);
        }

        await using ServerProcess last = await ServerProcess.StartAsync(business.Server.Folder, Settings(port));
        await ResendAsync(business.Server.Folder, port, receipts, unsure);
        await EmptyAsync(business);
        IReadOnlyList<string> codes = await last.Http.CodesAsync(business.Key, "clinic");
        output.WriteLine($"{receipts.Count} receipts, {unsure.Count} cut off and sent again, {Rounds} kills");
        Assert.Equal(receipts.Keys.Order(StringComparer.Ordinal), codes.Order(StringComparer.Ordinal));
        foreach ((string code, string name) in receipts)
        {
            Answer revealed = await last.Http.RevealAsync(business.Key, code, "full-name");
            Assert.Equal(name, revealed.Json.GetProperty("values").GetProperty("full-name").GetString());
        }
    }

    [Fact]
    public async Task What_was_typed_is_in_no_file_no_log_line_and_no_address()
    {
        (Business business, string port) = await FoundAsync();
        await using Business _ = business;
        string folder = business.Server.Folder;
        var scanner = new CanaryScanner(Canaries.All);
        string key = business.UnsealKeyFile;
        File.Move(key, key + ".away");
        await using (ServerProcess closed = await ServerProcess.StartAsync(folder, Settings(port)))
        {
            await SendCanariesAsync(folder, port);
            await closed.StopAsync();
            Assert.Empty(scanner.FindInFolder(Path.Combine(folder, "data")));
            Assert.Empty(scanner.Find(Encoding.UTF8.GetBytes(closed.Output)));
        }

        File.Move(key + ".away", key);
        await using ServerProcess open = await ServerProcess.StartAsync(folder, Settings(port));
        await SendCanariesAsync(folder, port);
        await EmptyAsync(business);
        await open.StopAsync();
        Assert.Empty(scanner.FindInFolder(Path.Combine(folder, "data")));
        Assert.Empty(scanner.FindInFolder(Path.Combine(folder, "tmp")));
        Assert.Empty(scanner.Find(Encoding.UTF8.GetBytes(open.Output)));
    }

    private static async Task<(Business Business, string Port)> FoundAsync()
    {
        Business business = await Business.FoundAsync();
        Dictionary<string, object> form = IntakeDesk.Form();
        form["fields"] = (object[])
        [
            .. ((string[])["full-name", "email", "phone", "us-ssn", "payment-card", "postal-address", "note"]).Select(
                kind => new { kind, why = "Because" }),
        ];
        Answer published = await business.Http.SendAsync(HttpMethod.Post, "intake-forms", form, business.Token);
        Assert.True(published.Status == 201, published.Body);
        await business.Server.StopAsync();
        using var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        int port = ((System.Net.IPEndPoint)free.LocalEndpoint).Port;
        return (business, port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string[] Settings(string port) =>
    [
        $"--Intake:Urls=https://127.0.0.1:{port}", "--Intake:SendsPerMinute=1000000", "--Reveal:PerTenMinutesByKey=1000000",
    ];

    private static PublicSite Site(string folder, string port) =>
        PublicSite.At(folder, new Uri($"https://127.0.0.1:{port}/"));

    /// <summary>Sends forms until the server is gone; notes receipts, and what was sent without an answer.</summary>
    private static async Task SendAsync(
        string folder, string port, string person, ConcurrentDictionary<string, string> receipts,
        ConcurrentBag<(string Slug, Dictionary<string, string> Fields)> unsure)
    {
        using PublicSite site = Site(folder, port);
        try
        {
            for (int i = 0; ; i++)
            {
                Dictionary<string, string> fields = await site.OpenAsync(IntakeDesk.Slug);
                fields["full-name"] = $"Person {person} Form {i}";
                await SendAsync(site, fields, receipts, unsure);
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    private static async Task SendAsync(
        PublicSite site, Dictionary<string, string> fields, ConcurrentDictionary<string, string> receipts,
        ConcurrentBag<(string Slug, Dictionary<string, string> Fields)> unsure)
    {
        try
        {
            PublicAnswer receipt = await site.PostAsync(IntakeDesk.Slug, fields);
            receipts.TryAdd(receipt.Code, fields["full-name"]);
        }
        catch (HttpRequestException)
        {
            // Cut off: a browser offers to send it again, as it was.
            unsure.Add((IntakeDesk.Slug, fields));
            throw;
        }
    }

    private static async Task ResendAsync(
        string folder, string port, ConcurrentDictionary<string, string> receipts,
        ConcurrentBag<(string Slug, Dictionary<string, string> Fields)> unsure)
    {
        using PublicSite site = Site(folder, port);
        foreach ((string slug, Dictionary<string, string> fields) in unsure)
        {
            PublicAnswer first = await site.PostAsync(slug, fields);
            PublicAnswer second = await site.PostAsync(slug, fields);
            Assert.Equal(first.Code, second.Code);
            receipts.TryAdd(first.Code, fields["full-name"]);
        }
    }

    private static async Task EmptyAsync(Business business)
    {
        for (int i = 0; Directory.GetFiles(business.DataFolder, "*.age", SearchOption.AllDirectories).Length > 0; i++)
        {
            Assert.True(i < 3000, "the inbox was not taken in");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static async Task SendCanariesAsync(string folder, string port)
    {
        using PublicSite site = Site(folder, port);
        foreach (IReadOnlyDictionary<string, object> customer in Canaries.Customers)
        {
            (string, string)[] typed = [.. customer.Select(pair => (pair.Key, (string)pair.Value))];
            Assert.True((await site.SendAsync(IntakeDesk.Slug, typed)).IsReceipt);
            Assert.Equal(422, (await site.SendAsync(IntakeDesk.Slug, [.. typed, ("email", "no address")])).Status);
        }

        PublicAnswer parts = await site.SendAsync(
            IntakeDesk.Slug, ("phone", "+1 415 555 2671"), ("payment-card.number", "4111 1111 1111 1111"),
            ("postal-address.line1", "48 Thistledown Crescent"), ("postal-address.city", "Nether Wallop"),
            ("postal-address.postalCode", "90210-7731"));
        Assert.True(parts.IsReceipt, parts.Html);
        Assert.Equal(404, (await site.GetAsync("/f/" + Uri.EscapeDataString("Zebulon Quartzmire"))).Status);
    }
}
