using System.Net.Http;
using System.Text;

namespace Strongroom.Server.Tests.Whole;

/// <summary>Planted values and codes are in nothing that the server leaves behind.</summary>
public sealed class CanaryTests
{
    [Fact]
    public async Task Planted_values_and_codes_are_in_no_file_no_log_line_and_no_address()
    {
        await using Business business = await Business.FoundAsync();
        await business.Server.StopAsync();
        Assert.True(Canaries.All.Count >= 50);
        string folder = business.Server.Folder;
        await using ServerProcess server = await ServerProcess.StartAsync(folder);
        var codes = new List<string>();
        foreach (IReadOnlyDictionary<string, object> fields in Canaries.Customers.Append(Canaries.WithParts))
        {
            Answer created = await server.Http.RegisterAsync(business.Key, "clinic", fields);
            Assert.True(created.Status == 201, created.Body);
            codes.Add(created.Code);
        }

        await UseAsync(server.Http, business.Key, codes[0]);
        codes.AddRange(await server.Http.CodesAsync(business.Key, "accounts"));
        var scanner = new CanaryScanner(Canaries.All.Concat(codes));
        Assert.Equal(12, codes.Count);

        Assert.Empty(FindInCopy(scanner, folder));
        await server.StopAsync();
        Assert.Empty(FindInCopy(scanner, folder));
        Assert.Contains("Strongroom answers at", server.Output, StringComparison.Ordinal);
        Assert.Empty(scanner.Find(Encoding.UTF8.GetBytes(server.Output)));

        AssertFindsAPlantedFaultOfTheSeal(scanner, folder);
    }

    [Fact]
    public void The_scanner_finds_a_value_in_every_form_that_it_names()
    {
        var scanner = new CanaryScanner(Canaries.All);
        foreach (string canary in Canaries.All)
        {
            foreach (byte[] form in CanaryScanner.AllForms(canary))
            {
                Assert.Contains(canary, scanner.Find(
                    [.. Encoding.UTF8.GetBytes("before"), .. form, .. Encoding.UTF8.GetBytes("after")]));
            }
        }

        Assert.Empty(scanner.Find(Encoding.UTF8.GetBytes("nothing of it")));
    }

    [Fact]
    public void The_scanner_finds_a_value_in_a_file_and_in_its_name()
    {
        using TemporaryFolder folder = Folders.New();
        var scanner = new CanaryScanner(Canaries.All);
        string file = Path.Combine(
            Directory.CreateDirectory(Path.Combine(folder.FullName, "deeper")).FullName, "planted");
        File.WriteAllBytes(file, CanaryScanner.AllForms("Lysander Pumpernell").ElementAt(5));
        string named = Path.Combine(folder.FullName, Canaries.FileName);
        File.WriteAllText(named, string.Empty);

        Assert.Equal(
            new HashSet<string> { $"{file}: Lysander Pumpernell", $"{named}: {Canaries.FileName}" },
            scanner.FindInFolder(folder.FullName).ToHashSet());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_scanner_finds_base64_at_every_alignment(int bytesBefore)
    {
        var scanner = new CanaryScanner(["Zebulon Quartzmire"]);
        byte[] text = Encoding.UTF8.GetBytes(new string('x', bytesBefore) + "Zebulon Quartzmire and more");

        Assert.NotEmpty(scanner.Find(Encoding.ASCII.GetBytes(Convert.ToBase64String(text))));
    }

    /// <summary>Everything that touches values: views, look-ups, reveals, corrections, imports, refusals.</summary>
    private static async Task UseAsync(HttpClient http, string key, string code)
    {
        Assert.Equal(200, (await http.SendAsync(HttpMethod.Get, "customers/" + code, null, key)).Status);
        foreach (string name in new[] { Canaries.LookedUp, "Zebulon Quartzmire" })
        {
            var fields = new Dictionary<string, string> { ["full-name"] = name };
            Assert.Equal(200, (await http.SendAsync(HttpMethod.Post, "customers/lookups", new { fields }, key)).Status);
        }

        Assert.Equal(201, (await http.SendAsync(
            HttpMethod.Post, $"customers/{code}/reveals",
            new { fields = (string[])["email", "note"], purpose = "support", @case = Canaries.Case }, key)).Status);
        string document = await http.FileLetterAsync(key, code, Canaries.Letter, Canaries.LetterName);
        Assert.Equal([document], await http.SearchAsync(key, new { words = "mulberrygate" }));
        var corrected = new Dictionary<string, string> { ["full-name"] = Canaries.Corrected };
        Assert.Equal(200, (await http.SendAsync(HttpMethod.Patch, "customers/" + code, new { fields = corrected }, key,
            ("If-Match", "\"1\""))).Status);
        Assert.Equal(400, (await http.RegisterAsync(key, "clinic",
            new Dictionary<string, string> { ["email"] = "not-an-address-of-ferdinand" })).Status);
        Assert.Equal(400, (await http.SendAsync(HttpMethod.Post, "customers",
            new { Zebulon_Quartzmire = Canaries.LookedUp }, key)).Status);
        Assert.Equal(400, (await http.SendAsync(
            HttpMethod.Get, "customers/" + Uri.EscapeDataString(Canaries.LookedUp), null, key)).Status);
        Answer import = await http.ImportAsync(key, "accounts", Canaries.Csv, Canaries.FileName);
        Assert.Equal(202, import.Status);
        Assert.Equal("done", (await http.EndOfImportAsync(key, import.Text("id"))).Json.GetProperty("job").GetProperty(
            "state").GetString());
    }

    /// <summary>
    /// The data folder (with write-ahead logs, uploads and the spool) and the server's folder for temporary files.
    /// </summary>
    private static IReadOnlyList<string> FindInCopy(CanaryScanner scanner, string folder)
    {
        using TemporaryFolder copy = Folders.New();
        Folders.Copy(Path.Combine(folder, "data"), copy.FullName);
        Folders.Copy(Path.Combine(folder, "tmp"), copy.FullName);
        Assert.Contains(Directory.EnumerateFiles(copy.FullName, "records.db", SearchOption.AllDirectories), file =>
            new FileInfo(file).Length > 0);
        return scanner.FindInFolder(copy.FullName);
    }

    /// <summary>Where one value is stored without its seal, the scan fails.</summary>
    private static void AssertFindsAPlantedFaultOfTheSeal(CanaryScanner scanner, string folder)
    {
        using TemporaryFolder copy = Folders.New();
        Folders.Copy(Path.Combine(folder, "data"), copy.FullName);
        string records = Directory.EnumerateFiles(copy.FullName, "records.db", SearchOption.AllDirectories).First();
        Database.Run(
            records, "INSERT INTO record (owner, id, version, sealed) VALUES (randomblob(16), randomblob(16), 1, $1)",
            Encoding.UTF8.GetBytes("\"Philippa Wrenstow\""));

        Assert.Contains(scanner.FindInFolder(copy.FullName), found =>
            found.EndsWith("Philippa Wrenstow", StringComparison.Ordinal));
    }
}
