using System.Net.Http;
using System.Text.Json;

namespace Strongroom.Server.Tests.Redaction;

public sealed class DrawnBoxTests
{
    private const string Name = "Ottilie Quillfeather";

    [Fact]
    public async Task A_drawn_area_is_accepted_moved_and_takes_the_words_under_it_along()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync(SmallPdf.Letter("Meet at the harbour", "with marmalade"), code);
        object below = new { left = 1400, top = 14000, right = 2400, bottom = 14400 };
        object second = new { left = 1400, top = 2000, right = 4000, bottom = 2300 };

        Answer drawn = await desk.DecideAsync(
            document, new { decision = "accept", add = new { page = 1, area = below, kind = "note" } });
        Answer moved = await desk.DecideAsync(document, new { box = 0, move = new { area = second } });
        string copy = await desk.CopyAsync(document);

        JsonElement box = Item(drawn, 0);
        Assert.Equal(("page 1", "accepted", true), (Text(box, "place"), Text(box, "decision"), IsDrawn(box)));
        Assert.Equal(2000, Item(moved, 0).GetProperty("area").GetProperty("top").GetInt32());
        Assert.Equal("accepted", Text(Item(moved, 0), "decision"));
        string read = await PdfText.ReadAsync(await desk.DownloadAsync($"documents/{document}/copies/{copy}"));
        Assert.Contains("harbour", read, StringComparison.Ordinal);
        Assert.DoesNotContain("marmalade", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_is_taken_back_and_numbers_hold_until_the_last_one_of_a_request()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync("one@example.org at the harbour, the old harbour\n", code);
        object range = new { segment = 0, start = 23, end = 30, kind = "note" };
        await desk.DecideAsync(
            document, new { decision = "accept", add = range, everywhere = true },
            new { decision = "accept", box = 0 });

        Answer back = await desk.DecideAsync(document, new { decision = "undecide", box = 0 });
        Answer moved = await desk.DecideAsync(
            document, new { decision = "remove", box = 1 }, new { box = 2, move = new { start = 36, end = 47 } });
        Answer gone = await desk.DecideAsync(document, new { decision = "remove", box = 1, everywhere = true });

        Assert.Equal(["undecided", "accepted", "accepted"], Decisions(back));
        Assert.Equal((2, 36, 47), (
            Decisions(moved).Count(), Item(moved, 1).GetProperty("start").GetInt32(),
            Item(moved, 1).GetProperty("end").GetInt32()));
        Assert.Equal(["undecided"], Decisions(gone));
    }

    [Fact]
    public async Task Never_and_everywhere_reach_a_name_that_a_line_end_breaks()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", "Barnaby Rookhope"));
        string document = await desk.ReadInAsync(
            SmallPdf.Letter("See Larkspur House.", "Not larkspurs, but Lark-", "spur   House, in Larkspur", "House."),
            code);

        Answer all = await desk.DecideAsync(
            document,
            new
            {
                decision = "accept",
                add = new { segment = 0, start = 4, end = 18, kind = "person-name" },
                everywhere = true,
            });
        Answer never = await desk.DecideAsync(document, new { decision = "reject", box = 1, everywhere = true });

        Assert.Equal(["accepted", "accepted", "accepted"], Decisions(all));
        Assert.Equal([1, 2, 2], all.Json.GetProperty("items").EnumerateArray()
            .Select(box => box.GetProperty("areas").GetArrayLength()));
        Assert.Equal(["rejected", "rejected", "rejected"], Decisions(never));
    }

    [Theory]
    [InlineData(
        """{"decision":"accept","add":{"page":2,"area":{"left":0,"top":0,"right":9,"bottom":9},"kind":"note"}}""")]
    [InlineData(
        """{"decision":"accept","add":{"page":1,"area":{"left":9,"top":0,"right":9,"bottom":9},"kind":"note"}}""")]
    [InlineData(
        """{"decision":"accept","add":{"page":1,"area":{"left":-1,"top":0,"right":9,"bottom":9},"kind":"note"}}""")]
    [InlineData(
        """{"decision":"accept","add":{"page":1,"area":{"left":0,"top":0,"right":12241,"bottom":9},"kind":"note"}}""")]
    [InlineData("""{"decision":"accept","add":{"page":1,"start":0,"end":3,"kind":"note"}}""")]
    [InlineData(
        """{"decision":"reject","add":{"page":1,"area":{"left":0,"top":0,"right":9,"bottom":9},"kind":"note"}}""")]
    [InlineData(
        """{"decision":"accept","everywhere":true,"add":{"page":1,"area":{"left":0,"top":0,"right":9,"bottom":9},"kind":"x"}}""")]
    [InlineData("""{"box":0,"move":{"start":0,"end":3}}""")]
    [InlineData("""{"box":0,"decision":"remove"}""")]
    [InlineData("""{"box":0}""")]
    [InlineData("""{"kind":"customer","decision":"remove"}""")]
    public async Task What_does_not_fit_the_page_or_was_not_drawn_is_refused(string decision)
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync(SmallPdf.Letter($"Dear {Name}"), code);

        Answer answer = await desk.DecideAsync(document, JsonSerializer.Deserialize<JsonElement>(decision));

        Assert.Equal((400, "validation"), (answer.Status, answer.Code));
        Assert.Equal("undecided", Text(Assert.Single(await desk.BoxesAsync(document)), "decision"));
    }

    private static JsonElement Item(Answer answer, int number)
    {
        Assert.True(answer.Status == 200, answer.Body);
        return answer.Json.GetProperty("items")[number];
    }

    private static IEnumerable<string?> Decisions(Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Body);
        return answer.Json.GetProperty("items").EnumerateArray().Select(box => Text(box, "decision"));
    }

    private static bool IsDrawn(JsonElement box) => box.GetProperty("isDrawn").GetBoolean();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
