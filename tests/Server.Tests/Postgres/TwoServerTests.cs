using Strongroom.Server.Tests.Whole;

namespace Strongroom.Server.Tests.Postgres;

/// <summary>A second server on the same databases, from a copy of the folders.</summary>
[Trait("store", "postgres")]
public sealed class TwoServerTests
{
    [Fact]
    public async Task Of_two_servers_one_writes_a_compartment_and_the_other_says_why_it_does_not()
    {
        await using Business business = await Business.FoundAsync();
        var fields = new Dictionary<string, string> { ["full-name"] = "Ada Example" };
        string code = await business.RegisterAsync("clinic", fields);
        using TemporaryFolder copy = Folders.New();
        foreach (string part in new[] { "data", "credentials" })
        {
            Folders.Copy(Path.Combine(business.Server.Folder, part), copy.FullName);
        }

        await using ServerProcess second = await ServerProcess.StartAsync(copy.FullName);
        Answer refused = await second.Http.RevealAsync(business.Key, code, "full-name");
        Answer goesOn = await business.Http.RevealAsync(business.Key, code, "full-name");
        await business.Server.StopAsync();
        Answer alone = await second.Http.RevealAsync(business.Key, code, "full-name");

        Assert.Equal((503, "not-ready"), (refused.Status, refused.Code));
        Assert.Contains("Another server writes this compartment.", refused.Body, StringComparison.Ordinal);
        Assert.Equal(201, goesOn.Status);
        Assert.True(alone.Status == 201, alone.Body);
    }
}
