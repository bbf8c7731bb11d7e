using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Strongroom.Server.Tests.Whole;

/// <summary>What does not fit is refused with a clear answer; the server goes on, and nothing is half there.</summary>
public sealed class BadInputTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Broken_rows_of_a_CSV_file_are_numbered_and_the_good_ones_are_taken_in()
    {
        await using Business business = await Business.FoundAsync();
        byte[] csv = Encoding.UTF8.GetBytes(
            "name,email,ssn\n"
            + "Good One,one@example.org,900-12-0001\n"
            + "Bad Mail,not-an-address,900-12-0002\n"
            + "Too Short\n"
            + "Bad Number,three@example.org,12\n"
            + "Good Two,two@example.org,\n"
            + "Too,Long,900-12-0003,more\n");

        Answer started = await business.Http.ImportAsync(business.Key, "clinic", csv);
        Assert.True(started.Status == 202, started.Body);
        Answer end = await business.Http.EndOfImportAsync(business.Key, started.Text("id"));

        JsonElement report = end.Json.GetProperty("report");
        Assert.Equal((6, 2, 4), (report.GetProperty("rows").GetInt64(), report.GetProperty("good")
            .GetInt64(), report.GetProperty("bad").GetInt64()));
        Assert.Equal(
            ["3 email", "4 row", "5 us-ssn", "7 row"],
            report.GetProperty("faults").EnumerateArray().Select(
                fault => $"{fault.GetProperty("row").GetInt64()} {fault.GetProperty("field").GetString()}"));
        Assert.DoesNotContain("not-an-address", end.Body, StringComparison.Ordinal);
        Assert.Equal(2, (await business.Http.CodesAsync(business.Key, "clinic")).Count);
    }

    [Fact]
    public async Task Random_bytes_are_refused_as_JSON_as_CSV_and_as_a_form()
    {
        await using Business business = await Business.FoundAsync();
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int i = 0; i < 40; i++)
        {
            byte[] noise = Noise(random);
            await AssertRefusedAsync(business, "customers", noise, "application/json", 400);
            await AssertRefusedAsync(
                business, "customers/lookups", [.. "{\"fields\":{\"email\":\""u8, .. noise], "application/json", 400);
            await AssertRefusedAsync(business, "imports", noise, "multipart/form-data; boundary=x", 400);
            await AssertRefusedAsync(
                business, "imports", Form(noise, isWhole: false), "multipart/form-data; boundary=x", 400, 422);
            Answer import = await business.Http.ImportAsync(business.Key, "clinic", noise);
            if (import.Status == 202)
            {
                Answer end = await business.Http.EndOfImportAsync(business.Key, import.Text("id"));
                Assert.Equal("failed", end.Json.GetProperty("job").GetProperty("state").GetString());
                Assert.StartsWith("import-", end.Json.GetProperty("job").GetProperty(
                    "outcome").GetString(), StringComparison.Ordinal);
            }
        }

        Assert.Empty(await business.Http.CodesAsync(business.Key, "clinic"));
    }

    [Fact]
    public async Task Too_long_headers_and_bodies_are_refused_and_the_server_goes_on()
    {
        await using Business business = await Business.FoundAsync();

        Answer header = await business.Http.SendAsync(
            HttpMethod.Get, "compartments", null, business.Key, ("X-Long", new string('x', 40_000)));
        Assert.Equal(431, header.Status);
        string name = new('x', 1_100_000);
        Answer body = await business.Http.RegisterAsync(business.Key, "clinic",
            new Dictionary<string, string> { ["full-name"] = name });
        Assert.Equal((413, "validation"), (body.Status, body.Code));
        Assert.Equal(200, (await business.Http.SendAsync(HttpMethod.Get, "compartments", null, business.Key)).Status);
    }

    private static async Task AssertRefusedAsync(
        Business business, string path, byte[] body, string type, params int[] statuses)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        Answer answer = await business.Http.SendAsync(HttpMethod.Post, path, content, business.Key);
        Assert.True(statuses.Contains(answer.Status), $"{path} {type}: {answer.Status} {answer.Body}");
        Assert.NotEqual("internal", answer.Code);
    }

    /// <summary>Bytes of any kind; some begin as what is asked for, so that the reader comes further.</summary>
    private static byte[] Noise(Random random)
    {
#pragma warning disable CA5394 // Bytes of tests are no secrets, and a seed brings them back.
        byte[] noise = new byte[random.Next(1, 3000)];
        random.NextBytes(noise);
        return random.Next(4) switch
        {
            0 => noise,
            1 => [.. "name,email\n\"unfinished "u8, .. noise],
            2 => [.. "{\"compartment\":"u8, .. noise],
            _ => [.. "name,email\n"u8, .. noise.Select(one => (byte)(one & 0x7f | 0x80))],
        };
#pragma warning restore CA5394
    }

    private static byte[] Form(byte[] file, bool isWhole) =>
    [
        .. "--x\r\nContent-Disposition: form-data; name=\"compartment\"\r\n\r\nclinic\r\n"u8,
        .. "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"u8,
        .. file, .. isWhole ? "\r\n--x--\r\n"u8 : "\r\n"u8,
    ];
}
