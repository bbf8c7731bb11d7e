using System.Collections.Concurrent;
using System.Net.Http;
using System.Security.Cryptography;
using Strongroom.AuditLog;
using Strongroom.Sealing;

namespace Strongroom.Server.Tests.Whole;

/// <summary>
/// The plug is pulled while customers are erased and keys change: who was said to be erased is gone, nobody is half
/// gone, and nobody else is harmed.
/// </summary>
public class ErasureKillTests(ITestOutputHelper output)
{
    private const int Rounds = 4;
    private const int Customers = 60;

    [Fact]
    public async Task Killed_again_and_again_every_erasure_is_whole_or_has_not_begun()
    {
        await using Business business = await Business.FoundAsync();
        string[] codes = await Task.WhenAll(Enumerable.Range(0, Customers).Select(
            i => business.RegisterAsync("clinic", new Dictionary<string, string> { ["full-name"] = $"Row {i}" })));
        await business.LogInAsync();
        await business.Server.StopAsync();
        var left = new ConcurrentQueue<string>(codes.Take(Customers / 2));
        var erased = new ConcurrentBag<string>();
        var tried = new ConcurrentBag<string>();
        int unfinished = 0;
        for (int round = 0; round < Rounds; round++)
        {
            await using ServerProcess server = await ServerProcess.StartAsync(business.Server.Folder);
            Task eraser = EraseAsync(server.Http, business.Token, left, tried, erased);
            int before = erased.Count;
            while (erased.Count == before && !left.IsEmpty)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
                Assert.False(eraser.IsFaulted, eraser.Exception?.ToString());
            }

            await Task.Delay(RandomNumberGenerator.GetInt32(60), TestContext.Current.CancellationToken);
            await server.KillAsync();
            await eraser;
            unfinished += Unfinished(business);
        }

        output.WriteLine($"{erased.Count} erased, {tried.Count} tried, {unfinished} cut off by {Rounds} kills");
        await using ServerProcess last = await ServerProcess.StartAsync(
            business.Server.Folder, "--Reveal:PerTenMinutes=1000000");
        for (int i = 0; Unfinished(business) > 0; i++)
        {
            Assert.True(i < 600, "an erasure that was cut off was not gone on with");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        foreach (string code in codes)
        {
            await AssertWholeOrGoneAsync(last.Http, business.Token, code, erased.Contains(code), tried.Contains(code));
        }

        Answer head = await last.Http.SendAsync(HttpMethod.Get, "log/checkpoints", null, business.Key);
        VerificationReport report = AuditVerifier.Verify(
            Path.Combine(business.DataFolder, "audit"), VerifyingKey.Parse(head.Text("key"), null), null,
            TestContext.Current.CancellationToken);
        Assert.Empty(report.Faults);
    }

    private static int Unfinished(Business business) => new Stores(business.Server.Folder).All(
        "registry", "SELECT 1 FROM erasure WHERE erased_at IS NULL", row => 1).Count;

    private static async Task EraseAsync(
        HttpClient http, string token, ConcurrentQueue<string> left, ConcurrentBag<string> tried,
        ConcurrentBag<string> erased)
    {
        try
        {
            for (int i = 0; left.TryDequeue(out string? code); i++)
            {
                tried.Add(code);
                Answer done = await http.SendAsync(
                    HttpMethod.Post, $"customers/{code}/erasures", new { reason = "asked" }, token);
                Assert.True(done.Status == 201, done.Body);
                erased.Add(code);
                if (i % 3 == 2)
                {
                    Answer rekeyed = await http.SendAsync(
                        HttpMethod.Post, "compartments/clinic/rekeyings", null, token);
                    Assert.True(rekeyed.Status == 200, rekeyed.Body);
                }
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    private static async Task AssertWholeOrGoneAsync(
        HttpClient http, string token, string code, bool isErased, bool isTried)
    {
        Answer shown = await http.SendAsync(HttpMethod.Get, "customers/" + code, null, token);
        if (isErased || shown.Status == 404)
        {
            Assert.True(isTried, "somebody went whom nobody erased");
            Assert.Equal(404, shown.Status);
            Answer certificate = await http.SendAsync(HttpMethod.Get, $"customers/{code}/erasures", null, token);
            Assert.True(certificate.Status == 200, certificate.Body);
            Assert.Equal(code, certificate.Text("code"));
            return;
        }

        Answer revealed = await http.RevealAsync(token, code, "full-name");
        Assert.True(revealed.Status == 201, revealed.Body);
    }
}
