using Strongroom.Server.Storage;
using Strongroom.Server.Storage.Postgres;
using Strongroom.Server.Tests.Whole;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Postgres;

/// <summary>Compartments are made out of a stock of databases that an administrator prepares.</summary>
[Trait("store", "postgres")]
[Trait("stock", "1")]
public sealed class StockTests
{
    [Fact]
    public async Task An_empty_stock_refuses_a_compartment_and_a_roll_over_until_more_is_prepared()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Compartments:Cap=1");
        string first = await clinic.RegisterAsync(Named());

        Answer refused = await clinic.SendAsync(HttpMethod.Post, "compartments", new { name = "accounts" });
        Answer full = await clinic.SendAsync(
            HttpMethod.Post, "customers", new { compartment = "clinic", fields = Named() });
        Answer checks = await clinic.SendAsync(HttpMethod.Get, "checks");
        await PostgresStore.PrepareAsync(clinic.Server.Folder, await PostgresCluster.SharedAsync(), 2);
        string second = await clinic.RegisterAsync(Named());
        Answer made = await clinic.SendAsync(HttpMethod.Post, "compartments", new { name = "accounts" });
        Answer list = await clinic.SendAsync(HttpMethod.Get, "compartments");

        Assert.Equal((503, "not-ready"), (refused.Status, refused.Code));
        Assert.Contains("strongroom storage prepare --admin", refused.Body, StringComparison.Ordinal);
        Assert.Equal((503, "not-ready"), (full.Status, full.Code));
        Assert.Contains("the next compartment that is full refuses customers", checks.Body, StringComparison.Ordinal);
        Assert.Equal(201, made.Status);
        Assert.Equal(
            ["accounts", "clinic", "clinic-2"],
            list.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task The_command_makes_databases_and_says_so_as_JSON()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await server.StopAsync();
        PostgresCluster cluster = await PostgresCluster.SharedAsync();
        string admin = Path.Combine(server.Folder, "admin");
        await File.WriteAllTextAsync(admin, cluster.Access("postgres"), TestContext.Current.CancellationToken);

        (int code, string output) = await ServerProcess.RunAsync(
            server.Folder, "storage", "prepare", "--admin", admin, "--compartments", "1", "--json");
        (int wrong, string sentence) = await ServerProcess.RunAsync(server.Folder, "storage", "prepare");

        Assert.Equal(0, code);
        Assert.Contains("{\"compartments\":1,\"registry\":null,\"openToAll\":[", output, StringComparison.Ordinal);
        Assert.DoesNotContain(cluster.Password, output, StringComparison.Ordinal);
        Assert.Equal(2, wrong);
        Assert.Contains("hint: storage prepare --admin FILE", sentence, StringComparison.Ordinal);
        string[] files = Directory.GetFiles(Path.Combine(server.Folder, "data", "database-stock"));
        Assert.Equal(2, files.Length); // one of before
        Assert.All(files, file => Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task The_blast_radius_counts_in_the_databases_and_says_how_large_they_are()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(Named());

        Answer radius = await clinic.SendAsync(HttpMethod.Get, "compartments/clinic/blast-radius");

        Assert.Contains(radius.Json.GetProperty("files").EnumerateArray(), files =>
            files.GetProperty("what").GetString() == "records, at the database server"
            && files.GetProperty("bytes").GetInt64() > 100_000);
        Assert.Contains(radius.Json.GetProperty("counts").EnumerateArray(), count =>
            count.GetProperty("what").GetString()!.StartsWith("customers", StringComparison.Ordinal)
            && count.GetProperty("count").GetInt64() == 1);
    }

    [Fact]
    public async Task A_role_that_may_make_nothing_prepares_nothing()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await server.StopAsync();

        (int code, string output) = await ServerProcess.RunAsync(
            server.Folder, "storage", "prepare", "--admin", Path.Combine(server.Folder, "credentials", "database"));

        Assert.Equal(7, code);
        Assert.Contains("must be allowed to make databases and roles", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_one_kind_of_storage_is_refused_by_the_other()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.Server.StopAsync();

        (int code, string output) = await ServerProcess.RunAsync(clinic.Server.Folder, "--Storage:Kind=sqlite");

        Assert.Equal(7, code);
        Assert.Contains("belongs to another kind of storage", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_character_that_PostgreSQL_does_not_keep_is_refused()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();

        Answer answer = await clinic.SendAsync(HttpMethod.Post, "service-accounts", new
        {
            name = "Shop\0",
            purpose = "orders\0",
            scopes = (string[])["customers:view"],
            series = (string[])["clinic"],
            expiresAt = clinic.Server.Time.GetUtcNow().AddDays(30),
        });

        Assert.Equal((400, "validation"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("Host=db.example.org;Database=x", false)]
    [InlineData("Host=db.example.org;Database=x;SSL Mode=Require", false)] // encrypted to whoever answers
    [InlineData("Host=db.example.org;Database=x;SSL Mode=VerifyFull", true)]
    [InlineData("Host=db.example.org;Database=x;SSL Mode=VerifyCA", true)]
    [InlineData("Host=127.0.0.1;Database=x", true)]
    [InlineData("Host=::1;Database=x", true)]
    [InlineData("Host=localhost;Database=x", true)]
    [InlineData("Host=/run/postgresql;Database=x", true)]
    [InlineData("Host=10.0.0.7;Database=x", false)]
    public void Only_this_machine_is_spoken_to_without_a_checked_certificate(string connection, bool isTaken)
    {
        RefusedException? refused = Record.Exception(() => PostgresAccess.Parse(connection)) as RefusedException;

        Assert.Equal(isTaken ? null : StorageRefusals.ConnectionUnencrypted, refused?.Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("Database=x")]
    [InlineData("Host=a,b;Database=x")]
    [InlineData("Host=localhost;Colour=blue")]
    public void A_connection_string_names_one_server(string connection)
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => PostgresAccess.Parse(connection));

        Assert.Equal(StorageRefusals.ConnectionMissing, refused.Refusal);
    }

    [Fact]
    public void Every_connection_asks_for_durable_commits() => Assert.Contains(
        "synchronous_commit=on",
        PostgresAccess.Ours(PostgresAccess.Parse("Host=localhost;Options=-c synchronous_commit=off")).Options!,
        StringComparison.Ordinal);

    private static Dictionary<string, object> Named() => new() { ["full-name"] = "Ada Example" };
}
