namespace Strongroom.Server.Tests.Compartments;

public class CompartmentTests
{
    private static readonly object Ada =
        new Dictionary<string, object> { ["full-name"] = "Ada Example", ["email"] = "ada@example.org" };

    [Fact]
    public async Task A_closed_compartment_is_shut_also_after_a_restart_and_opens_again()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer closed = await clinic.SendAsync(HttpMethod.Post, "compartments/clinic/closings");
        Answer refused = await clinic.RevealAsync(code, "email");
        await clinic.RestartAsync();
        Answer still = await clinic.RevealAsync(code, "email");
        Answer opened = await clinic.SendAsync(HttpMethod.Post, "compartments/clinic/openings");
        Answer revealed = await clinic.RevealAsync(code, "email");

        Assert.True(closed.Json.GetProperty("isClosed").GetBoolean());
        Assert.Equal(1, closed.Json.GetProperty("customers").GetInt32());
        Assert.Equal((503, "compartment-closed"), (refused.Status, refused.Code));
        Assert.Equal((503, "compartment-closed"), (still.Status, still.Code));
        Assert.False(opened.Json.GetProperty("isClosed").GetBoolean());
        Assert.Equal("ada@example.org", revealed.Json.GetProperty("values").GetProperty("email").GetString());
    }

    [Fact]
    public async Task A_full_compartment_opens_the_next_one_once_however_many_ask()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Compartments:Cap=5");

        await Task.WhenAll(Enumerable.Range(0, 13).Select(_ => clinic.RegisterAsync(Ada)));
        Answer list = await clinic.SendAsync(HttpMethod.Get, "compartments");

        Assert.Equal(
            [("clinic", 5), ("clinic-2", 5), ("clinic-3", 3)],
            list.Json.GetProperty("items").EnumerateArray()
                .Select(item => (item.GetProperty("name").GetString()!, item.GetProperty("customers").GetInt32())));
    }

    [Fact]
    public async Task Everything_registered_is_there_after_a_restart()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string[] codes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => clinic.RegisterAsync(Ada)));

        await clinic.RestartAsync();

        foreach (string code in codes)
        {
            Assert.Equal(200, (await clinic.SendAsync(HttpMethod.Get, $"customers/{code}")).Status);
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Clinic")]
    [InlineData("clinic-2")] // the name of a roll-over
    [InlineData("a b")]
    [InlineData("clinic/../x")]
    public async Task A_series_has_a_plain_name(string name)
    {
        await using Clinic clinic = await Clinic.OpenAsync();

        Answer answer = await clinic.SendAsync(HttpMethod.Post, "compartments", new { name });

        Assert.Equal((400, "validation"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Two_series_do_not_share_a_name()
    {
        await using Clinic clinic = await Clinic.OpenAsync();

        Answer answer = await clinic.SendAsync(HttpMethod.Post, "compartments", new { name = "clinic" });

        Assert.Equal(409, answer.Status);
    }
}
