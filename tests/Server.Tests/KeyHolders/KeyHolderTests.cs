using System.Text.Json;

namespace Strongroom.Server.Tests.KeyHolders;

public class KeyHolderTests
{
    private static readonly string[] Names = ["Ada Example", "Grace Example", "Alan Example"];

    private static readonly object Ada =
        new Dictionary<string, object> { ["full-name"] = "Ada Example", ["email"] = "ada@example.org" };

    [Fact]
    public async Task After_a_split_any_two_of_three_open_and_neither_one_nor_a_wrong_or_stale_share_does()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string customer = await clinic.RegisterAsync(Ada);
        await clinic.StepUpAsync();
        string[] former = await SplitAsync(clinic, keepsUnattended: true);
        string staleFile = ShareFileOf(clinic, 3);
        byte[] stale = await File.ReadAllBytesAsync(staleFile, TestContext.Current.CancellationToken);
        string[] codes = await SplitAsync(clinic, keepsUnattended: false);

        await clinic.RestartAsync();
        Answer locked = await clinic.RevealAsync(customer, "email");
        Answer health = await clinic.SendAsync(HttpMethod.Get, "/health/live");
        Answer wrong = await PresentAsync(clinic, 1, codes[1]);
        Answer old = await PresentAsync(clinic, 1, former[0]);
        Answer mistyped = await PresentAsync(clinic, 1, codes[0][..^1] + (codes[0][^1] == '0' ? '1' : '0'));
        Answer first = await PresentAsync(clinic, 1, codes[0]);
        Answer twice = await PresentAsync(clinic, 1, codes[0]);
        Answer still = await clinic.RevealAsync(customer, "email");
        string genuineFile = ShareFileOf(clinic, 3);
        byte[] genuine = await File.ReadAllBytesAsync(genuineFile, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(genuineFile, stale, TestContext.Current.CancellationToken);
        Answer swapped = await PresentAsync(clinic, 3, former[2]);
        await File.WriteAllBytesAsync(genuineFile, genuine, TestContext.Current.CancellationToken);
        Answer second = await PresentAsync(clinic, 3, codes[2]);
        Answer revealed = await clinic.RevealAsync(customer, "email");

        Assert.Equal((503, "not-ready"), (locked.Status, locked.Code));
        Assert.Equal(200, health.Status);
        Assert.Equal((422, "wrong-code"), (wrong.Status, wrong.Code));
        Assert.Equal((422, "wrong-code"), (old.Status, old.Code));
        Assert.Equal((400, "validation"), (mistyped.Status, mistyped.Code));
        Assert.Equal("sealed", first.Text("state"));
        Assert.Equal([1], Numbers(twice));
        Assert.Equal(503, still.Status);
        Assert.Equal((422, "share-stale"), (swapped.Status, swapped.Code));
        Assert.Equal("open", second.Text("state"));
        Assert.Equal(201, revealed.Status);
        Assert.False(File.Exists(Path.Combine(clinic.Server.Folder, "credentials", "unseal-key")));
    }

    [Fact]
    public async Task A_share_lies_on_the_desk_for_ten_minutes_and_its_sheet_does_for_a_lost_code()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        string[] codes = await SplitAsync(clinic, keepsUnattended: false);
        Answer sheet = await clinic.SendAsync(HttpMethod.Post, "keys/sheets", new { number = 2, code = codes[1] });
        string[] lines = [.. sheet.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetString()!)];
        await clinic.RestartAsync();

        Answer first = await PresentAsync(clinic, 1, codes[0]);
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(11));
        Answer late = await clinic.SendAsync(HttpMethod.Get, "keys/opening");
        Answer slip = await clinic.SendAsync(
            HttpMethod.Post, "keys/opening/shares", new { lines = (string[])[lines[1], lines[0], .. lines[2..]] });
        Answer bySheet = await clinic.SendAsync(HttpMethod.Post, "keys/opening/shares", new { lines });
        Answer opened = await PresentAsync(clinic, 1, codes[0]);

        Assert.Equal([1], Numbers(first));
        Assert.Empty(Numbers(late));
        Assert.Equal((400, "validation"), (slip.Status, slip.Code));
        Assert.Equal([2], Numbers(bySheet));
        Assert.Equal("open", opened.Text("state"));
    }

    [Fact]
    public async Task Closing_everything_turns_everybody_away_until_it_is_opened_again()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string customer = await clinic.RegisterAsync(Ada);
        Answer early = await clinic.SendAsync(HttpMethod.Post, "keys/closings");
        await clinic.StepUpAsync();
        Answer rotated = await clinic.SendAsync(HttpMethod.Post, "keys/rotations");
        string[] sheet = [.. rotated.Json.GetProperty("sheet").EnumerateArray().Select(line => line.GetString()!)];

        Answer closed = await clinic.SendAsync(HttpMethod.Post, "keys/closings");
        Answer refused = await clinic.RevealAsync(customer, "email");
        bool isOpen = clinic.Server.Keys.IsOpen;
        Answer opened = await clinic.SendAsync(HttpMethod.Post, "keys/opening/shares", new { lines = sheet });
        Answer revealed = await clinic.RevealAsync(customer, "email");
        Answer log = await clinic.SendAsync(HttpMethod.Get, "log/entries?from=0&limit=200");

        Assert.Equal((401, "step-up-required"), (early.Status, early.Code));
        Assert.Equal("sealed", closed.Text("state"));
        Assert.Equal((503, "not-ready"), (refused.Status, refused.Code));
        Assert.False(isOpen);
        Assert.Equal("open", opened.Text("state"));
        Assert.Equal(201, revealed.Status);
        string[] acts = [.. log.Json.GetProperty("items").EnumerateArray().Select(
            entry => entry.GetProperty("act").GetString()!)];
        Assert.Contains("RootRotated", acts);
        Assert.Contains("Sealed", acts);
        Assert.Contains("Opened", acts);
    }

    [Fact]
    public async Task A_new_root_leaves_the_former_key_worthless_and_starts_again_by_itself()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string customer = await clinic.RegisterAsync(Ada);
        string file = Path.Combine(clinic.Server.Folder, "credentials", "unseal-key");
        string former = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await clinic.StepUpAsync();

        Answer rotated = await clinic.SendAsync(HttpMethod.Post, "keys/rotations");
        Answer made = await clinic.SendAsync(HttpMethod.Post, "compartments", new { name = "accounts" });
        await clinic.RestartAsync();
        Answer revealed = await clinic.RevealAsync(customer, "email");
        string next = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        // Cut off between the keyring and the file: the next key lies beside the former one.
        await File.WriteAllTextAsync(file + ".next", next, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, former, TestContext.Current.CancellationToken);
        await clinic.RestartAsync();
        Answer mended = await clinic.RevealAsync(customer, "email");
        File.Delete(file + ".next");
        await clinic.RestartAsync();
        Answer worthless = await clinic.RevealAsync(customer, "email");

        Assert.Equal(2, rotated.Json.GetProperty("generation").GetInt32());
        Assert.Equal(201, made.Status);
        Assert.Equal((201, 201), (revealed.Status, mended.Status));
        Assert.NotEqual(former, next);
        Assert.Equal((503, "not-ready"), (worthless.Status, worthless.Code));
    }

    [Fact]
    public async Task The_inventory_names_every_key_with_its_generation_and_state()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(Ada);
        await clinic.SendAsync(HttpMethod.Post, "compartments", new { name = "accounts" });
        await clinic.SendAsync(HttpMethod.Post, "compartments/accounts/closings");
        await clinic.StepUpAsync();
        await clinic.SendAsync(HttpMethod.Post, "compartments/clinic/rekeyings");

        Answer rotated = await clinic.SendAsync(HttpMethod.Post, "keys/compartment-rotations");

        Answer list = await clinic.SendAsync(HttpMethod.Get, "keys");
        Answer refused = await clinic.Server.SendAsync(HttpMethod.Get, "keys");

        (string Purpose, string? Compartment, int Generation, string State)[] keys =
            [.. list.Json.GetProperty("items").EnumerateArray().Select(key => (
                key.GetProperty("purpose").GetString()!,
                key.TryGetProperty("compartment", out JsonElement of) ? of.GetString() : null,
                key.GetProperty("generation").GetInt32(), key.GetProperty("state").GetString()!))];
        Assert.Equal((1, 1), (rotated.Json.GetProperty("rotated").GetInt32(), rotated.Json.GetProperty("closed").GetInt32()));
        Assert.Contains(("compartment", "clinic", 3, "active"), keys);
        Assert.Contains(("compartment", "accounts", 1, "closed"), keys);
        Assert.Contains(("audit-signing", null, 1, "active"), keys);
        Assert.Equal(9, keys.Length);
        Assert.Equal(401, refused.Status);
    }

    [Fact]
    public async Task A_split_needs_every_acknowledgement_and_names_that_differ()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();

        Answer same = await clinic.SendAsync(
            HttpMethod.Post, "keys/splits", new { needed = 2, holders = (string[])["Ada Example", "ada example"] });
        Answer one = await clinic.SendAsync(HttpMethod.Post, "keys/splits", new { needed = 1, holders = Names });
        Answer begun = await clinic.SendAsync(HttpMethod.Post, "keys/splits", new { needed = 2, holders = Names });
        Answer code = await clinic.SendAsync(HttpMethod.Post, "keys/splits/codes/1");
        Answer unread = await AcknowledgeAsync(clinic, 1, code.Text("code"), "0000");
        Answer early = await clinic.SendAsync(HttpMethod.Post, "keys/splits/endings");

        Assert.Equal((400, 400), (same.Status, one.Status));
        Assert.Equal(201, begun.Status);
        Assert.Equal(400, unread.Status);
        Assert.Equal(409, early.Status);
        Assert.True(File.Exists(Path.Combine(clinic.Server.Folder, "credentials", "unseal-key")));
    }

    private static int[] Numbers(Answer answer) =>
        [.. answer.Json.GetProperty("presented").EnumerateArray().Select(number => number.GetInt32())];

    private static Task<Answer> PresentAsync(Clinic clinic, int number, string code) =>
        clinic.SendAsync(HttpMethod.Post, "keys/opening/shares", new { number, code });

    private static Task<Answer> AcknowledgeAsync(Clinic clinic, int number, string code, string duties) =>
        clinic.SendAsync(
            HttpMethod.Post, $"keys/splits/acknowledgements/{number}",
            new { code, dutiesSha256 = duties, accepted = true });

    private static string ShareFileOf(Clinic clinic, int number) => Assert.Single(
        Directory.GetFiles(Path.Combine(clinic.Server.Folder, "data", "shares"), $"*-{number}.json"));

    /// <summary>Splits 2 of 3 and gives the codes.</summary>
    private static async Task<string[]> SplitAsync(Clinic clinic, bool keepsUnattended)
    {
        Answer begun = await clinic.SendAsync(
            HttpMethod.Post, "keys/splits", new { needed = 2, holders = Names, keepsUnattended });
        Assert.Equal(201, begun.Status);
        var codes = new List<string>();
        for (int number = 1; number <= Names.Length; number++)
        {
            Answer drawn = await clinic.SendAsync(HttpMethod.Post, $"keys/splits/codes/{number}");
            codes.Add(drawn.Text("code"));
            Answer acknowledged = await AcknowledgeAsync(clinic, number, codes[^1], begun.Text("dutiesSha256"));
            Assert.Equal(200, acknowledged.Status);
        }

        Answer ended = await clinic.SendAsync(HttpMethod.Post, "keys/splits/endings");
        Assert.True(ended.Status == 200, ended.Body);
        return [.. codes];
    }
}
