using System.Text.Json;
using Strongroom.Server.Compartments;

namespace Strongroom.Server.Tests.Compartments;

public sealed class BlastRadiusTests
{
    [Fact]
    public async Task The_numbers_are_those_of_the_files_open_or_closed()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Compartments:Cap=3");
        for (int i = 0; i < 5; i++)
        {
            await clinic.RegisterAsync(new Dictionary<string, object>
            {
                ["full-name"] = "Ada Example",
                ["email"] = $"ada{i}@example.org",
            });
        }

        JsonElement open = await MeasureAsync(clinic, "clinic");
        await clinic.SendAsync(HttpMethod.Post, "compartments/clinic/closings");
        JsonElement closed = await MeasureAsync(clinic, "clinic");
        JsonElement other = await MeasureAsync(clinic, "clinic-2");

        Assert.Equal((3, 5), (Number(open, "customers"), Number(open, "allCustomers")));
        Assert.Equal((3, 9), (Count(open, "customers"), Count(open, "sealed records"))); // a card and two values each
        Assert.Equal((3, 9), (Count(closed, "customers"), Count(closed, "sealed records")));
        Assert.Equal([(0, 0), (3, 0), (3, 2), (3, 2)], Losses(open));
        Assert.Equal([(0, 0), (3, 0), (0, 2), (3, 2)], Losses(closed)); // its key is not in memory any more
        Assert.Equal([(0, 0), (2, 0), (2, 0), (2, 3)], Losses(other));
        Assert.Contains(open.GetProperty("files").EnumerateArray(), files =>
            files.GetProperty("what").GetString() == "records.db" && files.GetProperty("bytes").GetInt64() > 0);
    }

    [Fact]
    public async Task Every_column_says_how_it_is_kept_and_no_sealed_one_is_called_plain()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(new { email = "ada@example.org" });

        JsonElement[] columns = [.. (await MeasureAsync(clinic, "clinic")).GetProperty("columns").EnumerateArray()];
        string folder = Directory.GetDirectories(Path.Combine(clinic.Server.Folder, "data", "compartments")).Single();

        foreach (JsonElement column in columns.Where(column => column.GetProperty("kept").GetString() == "plain"))
        {
            string table = column.GetProperty("table").GetString()!;
            string name = column.GetProperty("column").GetString()!;
            List<string> types = Whole.Database.All(
                Path.Combine(folder, column.GetProperty("database").GetString() + ".db"),
                $"SELECT DISTINCT typeof({name}) FROM {table}", row => row.GetString(0));
            Assert.DoesNotContain("blob", types); // numbers and names of fields show; bytes are sealed, hashed or random
        }

        Assert.Contains(columns, column => column.GetProperty("kept").GetString() == "keyed-hash");
        Assert.Contains(columns, column => column.GetProperty("column").GetString() == "sealed_code"
            && column.GetProperty("kept").GetString() == "sealed");
    }

    [Fact]
    public async Task A_compartment_of_others_is_not_there_and_is_in_no_number()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(new { email = "ada@example.org" });
        await clinic.StepUpAsync();
        Person other = await clinic.Server.AddPersonAsync(clinic.Token, "grace@example.org", "records-clerk");
        string token = await clinic.Server.LogInAsync(other);

        Answer answer = await clinic.Server.SendAsync(HttpMethod.Get, "compartments/clinic/blast-radius", null, token);
        Answer nothing = await clinic.SendAsync(HttpMethod.Get, "compartments/nowhere/blast-radius");

        Assert.Equal((404, "not-found"), (answer.Status, answer.Code));
        Assert.Equal((404, "not-found"), (nothing.Status, nothing.Code));
    }

    [Theory]
    [InlineData(false, false, 10, 5)]
    [InlineData(false, true, 10, 0)]
    [InlineData(true, false, 0, 5)]
    [InlineData(true, true, 0, 0)]
    public void A_running_server_gives_what_is_open(bool isClosed, bool isOtherClosed, long here, long elsewhere)
    {
        ListedCompartment one = new("", "clinic", "clinic", 10, 499, isClosed);
        ListedCompartment other = new("", "accounts", "accounts", 5, 499, isOtherClosed);

        Loss loss = MeasureBlastRadius.Losses(one, [other]).Single(loss => loss.Id == "running-server");

        Assert.Equal((here, elsewhere), (loss.Here, loss.Elsewhere));
    }

    private static async Task<JsonElement> MeasureAsync(Clinic clinic, string name)
    {
        Answer answer = await clinic.SendAsync(HttpMethod.Get, $"compartments/{name}/blast-radius");
        Assert.Equal(200, answer.Status);
        return answer.Json;
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static int Count(JsonElement json, string what) => Number(json.GetProperty("counts").EnumerateArray().Single(
        count => count.GetProperty("what").GetString()!.StartsWith(what, StringComparison.Ordinal)), "count");

    private static IEnumerable<(int, int)> Losses(JsonElement json) => json.GetProperty("losses").EnumerateArray().Select(
        loss => (Number(loss, "here"), Number(loss, "elsewhere")));
}
