using System.Net.Http;

namespace Strongroom.Server.Tests.Whole;

/// <summary>What stands in the way of a start is said in a sentence, and changes nothing.</summary>
public sealed class BadStartTests
{
    [Fact]
    public async Task With_a_wrong_or_missing_unseal_key_the_server_says_that_it_is_sealed_and_changes_nothing()
    {
        await using Business business = await Business.FoundAsync();
        string code =
            await business.RegisterAsync("clinic", new Dictionary<string, string> { ["email"] = "ada@example.org" });
        await business.Server.StopAsync();
        string key = await File.ReadAllTextAsync(business.UnsealKeyFile, TestContext.Current.CancellationToken);
        string before = Contents(business.DataFolder);

        await File.WriteAllTextAsync(
            business.UnsealKeyFile, new string('a', 64) + "\n", TestContext.Current.CancellationToken);
        await AssertSaysSealedAsync(business, "The unseal key does not open this installation.");
        File.Delete(business.UnsealKeyFile);
        await AssertSaysSealedAsync(business, "The unseal key file is not there.");
        Assert.False(File.Exists(business.UnsealKeyFile));

        Assert.Equal(before, Contents(business.DataFolder));
        await File.WriteAllTextAsync(business.UnsealKeyFile, key, TestContext.Current.CancellationToken);
        await business.Server.StartAgainAsync();
        await business.LogInAsync();
        Assert.Equal(201, (await business.Http.RevealAsync(business.Token, code, "email")).Status);
    }

    [Theory]
    [InlineData(2, "lies inside Data:Path", "--Keys:UnsealKey_FILE={0}/data/unseal-key")]
    [InlineData(2, "lies inside Data:Path", "--Credentials:Path={0}/data/credentials")]
    [InlineData(2, "unknown setting Data:Pth", "--Data:Pth=/tmp/x")]
    [InlineData(7, "Another Strongroom holds this data folder.", "--Log:CheckpointMinutes=1")] // the business is running
    public async Task A_start_that_cannot_be_ends_with_a_sentence(int exitCode, string sentence, string setting)
    {
        await using RunningServer running = await RunningServer.StartAsync();

        (int code, string output) = await ServerProcess.RunAsync(
            running.Folder, setting.Replace("{0}", running.Folder, StringComparison.Ordinal));

        Assert.Equal(exitCode, code);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.Contains("hint:", output, StringComparison.Ordinal);
        Assert.Equal(503, (await running.SendAsync(HttpMethod.Get, "/health/ready")).Status); // unclaimed, as before
    }

    [Fact]
    public async Task A_registry_of_a_newer_program_is_refused()
    {
        await using Business business = await Business.FoundAsync();
        await business.Server.StopAsync();
        string registry = Path.Combine(business.DataFolder, "registry.db");
        int version = Database.All(registry, "PRAGMA user_version", row => row.GetInt32(0)).Single();
        Database.Run(registry, "PRAGMA user_version = 99");

        (int code, string output) = await ServerProcess.RunAsync(business.Server.Folder);

        Assert.Equal(7, code);
        Assert.Contains("store-newer", output, StringComparison.Ordinal);
        Assert.Contains("A newer Strongroom has written this store.", output, StringComparison.Ordinal);
        Database.Run(registry, FormattableString.Invariant($"PRAGMA user_version = {version}"));
        await business.Server.StartAgainAsync();
        Assert.Equal(200, (await business.Server.SendAsync(HttpMethod.Get, "/health/ready")).Status);
    }

    [Theory]
    [InlineData("keys.db")]
    [InlineData("records.db")]
    public async Task A_compartment_of_a_newer_program_is_refused_and_the_rest_answers(string database)
    {
        await using Business business = await Business.FoundAsync();
        var fields = new Dictionary<string, string> { ["email"] = "ada@example.org" };
        string newer = await business.RegisterAsync("clinic", fields);
        string other = await business.RegisterAsync("accounts", fields);
        await business.Server.StopAsync();
        string file = Directory.EnumerateFiles(business.DataFolder, database, SearchOption.AllDirectories).First();
        Database.Run(file, "PRAGMA user_version = 99");
        await business.Server.StartAgainAsync();
        await business.LogInAsync();

        Answer[] answers = [await business.Http.RevealAsync(business.Token, newer, "email"),
            await business.Http.RevealAsync(business.Token, other, "email")];

        Answer refused = Assert.Single(answers, answer => answer.Status == 503);
        Assert.Equal("store-newer", refused.Code);
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Equal(200, (await business.Http.SendAsync(HttpMethod.Get, "compartments", null, business.Token)).Status);
    }

    [Theory]
    [InlineData("keys.db")]
    [InlineData("records.db")]
    public async Task A_compartment_whose_file_is_no_database_is_refused_and_the_rest_answers(string database)
    {
        await using Business business = await Business.FoundAsync();
        string[] codes =
            [await business.RegisterAsync("clinic", Email()), await business.RegisterAsync("accounts", Email())];
        await business.Server.StopAsync();
        string file = Directory.EnumerateFiles(business.DataFolder, database, SearchOption.AllDirectories).First();
        await File.WriteAllBytesAsync(file, [.. Enumerable.Range(0, 9000).Select(i => unchecked((byte)(i * 31)))],
            TestContext.Current.CancellationToken);
        await business.Server.StartAgainAsync();
        await business.LogInAsync();

        Answer[] answers = [await business.Http.RevealAsync(business.Token, codes[0], "email"),
            await business.Http.RevealAsync(business.Token, codes[1], "email")];

        Assert.Equal("not-ready", Assert.Single(answers, answer => answer.Status == 503).Code);
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Equal(200, (await business.Http.SendAsync(HttpMethod.Get, "compartments", null, business.Token)).Status);
    }

    private static Dictionary<string, string> Email() => new() { ["email"] = "ada@example.org" };

    private static async Task AssertSaysSealedAsync(Business business, string sentence)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(business.Server.Folder);
        Assert.Contains(sentence, server.Output, StringComparison.Ordinal);
        using HttpResponseMessage health = await server.Http.GetAsync(
            new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(503, (int)health.StatusCode);
        Assert.Contains("sealed", await health.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(
            "not-ready", (await server.Http.SendAsync(HttpMethod.Get, "compartments", null, business.Key)).Code);
        await server.StopAsync();
    }

    private static string Contents(string folder) =>
        string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file =>
            !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith("-wal", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(file =>
            $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"));
}
