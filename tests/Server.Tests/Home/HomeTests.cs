namespace Strongroom.Server.Tests.Home;

public sealed class HomeTests
{
    [Fact]
    public async Task A_new_owner_reads_what_to_do_next()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        string token = await server.LogInAsync(owner);
        var visit = new PageVisit(server, token);

        Answer first = await visit.GetAsync("/");
        await server.SendAsync(HttpMethod.Post, "compartments", new { name = "clinic" }, token);
        Answer second = await visit.GetAsync("/");

        Assert.Contains("Make the first compartment", first.Body, StringComparison.Ordinal);
        Assert.Contains("Invite somebody", second.Body, StringComparison.Ordinal); // an owner alone registers nobody
        Assert.DoesNotContain("/demo-customers", second.Body, StringComparison.Ordinal);
        Assert.Equal(403, (await visit.GetAsync("/demo-customers")).Status);
    }

    [Fact]
    public async Task Invented_customers_are_loaded_once_and_registered_like_real_ones()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);
        Assert.Contains("/demo-customers", (await visit.GetAsync("/")).Body, StringComparison.Ordinal);

        Answer loaded = await visit.SubmitAsync("/demo-customers", null, []);
        Answer again = await visit.SubmitAsync("/demo-customers", null, []);

        Assert.Equal((303, "/?loaded=12"), (loaded.Status, loaded.Headers.GetValueOrDefault("Location")));
        Assert.Equal(409, again.Status);
        Answer list = await clinic.SendAsync(HttpMethod.Get, "customers?compartment=clinic");
        Assert.Equal(12, list.Json.GetProperty("items").GetArrayLength());
        Answer home = await visit.GetAsync("/?loaded=12");
        Assert.Contains("12 invented customers", home.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("No customers yet", home.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_assigned_to_nothing_loads_nobody()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync("case-handler");
        await using RunningServer running = server;
        string token = await server.LogInAsync(owner);

        Answer answer = await new PageVisit(server, token).SubmitAsync("/demo-customers", null, []);

        Assert.Equal(503, answer.Status);
        Assert.Contains("No compartment of yours is open", answer.Body, StringComparison.Ordinal);
    }
}
