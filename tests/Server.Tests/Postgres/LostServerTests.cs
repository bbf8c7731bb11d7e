using System.Collections.Concurrent;
using Strongroom.Server.Tests.Whole;

namespace Strongroom.Server.Tests.Postgres;

/// <summary>PostgreSQL goes away in the middle of the work, and comes back.</summary>
public sealed class LostServerTests(ITestOutputHelper output)
{
    private const int Rounds = 3;
    private const int Callers = 4;

    [Fact]
    public async Task Who_asks_meanwhile_is_told_so_and_everything_acknowledged_is_there_without_a_restart()
    {
        await using PostgresCluster cluster = await PostgresCluster.StartAsync();
        await using RunningServer server = await RunningServer.StartAsync(cluster, 1);
        Person owner = await server.ClaimAsync("case-handler", "security-officer");
        string token = await server.LogInAsync(owner);
        Assert.Equal(201, (await server.SendAsync(HttpMethod.Post, "compartments", new { name = "clinic" }, token)).Status);
        Assert.Equal(200, (await server.SendAsync(
            HttpMethod.Patch, $"staff/{owner.Id}", new { series = (string[])["clinic"] }, token, ("If-Match", "*"))).Status);
        var known = new ConcurrentDictionary<string, string>();
        var refused = new ConcurrentDictionary<string, int>();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        Task[] callers = [.. Enumerable.Range(0, Callers).Select(
            caller => Task.Run(() => WorkAsync(server, token, caller, known, refused, over.Token), over.Token))];
        for (int round = 0; round < Rounds; round++)
        {
            await MoreAsync(known, callers);
            await cluster.StopAsync();
            await Task.Delay(300, over.Token);
            await cluster.StartAgainAsync();
        }

        await MoreAsync(known, callers);
        await over.CancelAsync();
        await Task.WhenAll(callers);

        output.WriteLine($"{known.Count} acknowledged, {refused.Values.Sum()} told to come again");
        Assert.All(refused.Keys, answer => Assert.Equal("503 not-ready", answer));
        Assert.NotEmpty(refused);
        await AssertAllThereAsync(server, token, known);
        await server.StartAgainAsync();
        await AssertAllThereAsync(server, await server.LogInAsync(owner), known);
    }

    /// <summary>Registers until it is over; notes what was acknowledged and how the rest was refused.</summary>
    private static async Task WorkAsync(
        RunningServer server, string token, int caller, ConcurrentDictionary<string, string> known,
        ConcurrentDictionary<string, int> refused, CancellationToken over)
    {
        for (int i = 0; !over.IsCancellationRequested; i++)
        {
            string name = $"Caller {caller} Customer {i}";
            Answer answer = await server.SendAsync(
                HttpMethod.Post, "customers",
                new { compartment = "clinic", fields = new Dictionary<string, string> { ["full-name"] = name } }, token);
            if (answer.Status == 201)
            {
                Assert.True(known.TryAdd(answer.Code, name));
            }
            else
            {
                refused.AddOrUpdate($"{answer.Status} {answer.Code}", 1, (_, count) => count + 1);
            }
        }
    }

    /// <summary>Waits until some more have been acknowledged: requests go on.</summary>
    private static async Task MoreAsync(ConcurrentDictionary<string, string> known, Task[] callers)
    {
        int wanted = known.Count + 10;
        for (int i = 0; known.Count < wanted; i++)
        {
            Assert.True(i < 3000, "requests do not go on");
            Assert.DoesNotContain(callers, caller => caller.IsFaulted);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task AssertAllThereAsync(
        RunningServer server, string token, ConcurrentDictionary<string, string> known)
    {
        IReadOnlyList<string> codes = await server.Http.CodesAsync(token, "clinic");
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Empty(known.Keys.Except(codes));
        Answer shown = await server.SendAsync(HttpMethod.Get, $"customers/{known.Keys.First()}", null, token);
        Assert.Equal(200, shown.Status);
    }
}
