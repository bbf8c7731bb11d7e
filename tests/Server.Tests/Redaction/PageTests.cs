using System.Net.Http;
using System.Text.Json;

namespace Strongroom.Server.Tests.Redaction;

public sealed class PageTests
{
    private const string Name = "Ottilie Quillfeather";

    [Fact]
    public async Task Pages_are_listed_and_shown_and_each_picture_is_on_record()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync(SmallPdf.Letter($"Dear {Name}").Page("Yours"), code);
        int before = await ReadingsAsync(desk);

        Answer list = await desk.GetAsync($"documents/{document}/pages");
        int listed = await ReadingsAsync(desk);
        byte[] first = await desk.DownloadAsync($"documents/{document}/pages/1");
        byte[] undecided = await desk.DownloadAsync($"documents/{document}/pages/1?decided=true");
        await desk.DecideAsync(document, new { decision = "accept", all = true });
        byte[] decided = await desk.DownloadAsync($"documents/{document}/pages/1?decided=true");
        Answer second = await desk.GetAsync($"documents/{document}/pages/2");

        Assert.Equal(
            [(1, 12240, 15840), (2, 12240, 15840)],
            list.Json.GetProperty("items").EnumerateArray().Select(page => (
                page.GetProperty("number").GetInt32(), page.GetProperty("width").GetInt32(),
                page.GetProperty("height").GetInt32())));
        Assert.Equal((before, before + 4), (listed, await ReadingsAsync(desk)));
        Assert.All([first, decided], png => Assert.Equal("iVBORw", Convert.ToBase64String(png)[..6]));
        Assert.Equal(first, undecided);
        Assert.NotEqual(first, decided);
        Assert.Equal((200, "no-store"), (second.Status, second.Headers["Cache-Control"]));
    }

    [Theory]
    [InlineData("0", 404)]
    [InlineData("-1", 404)]
    [InlineData("2", 404)]
    [InlineData("2147483647", 404)]
    [InlineData("first", 400)]
    public async Task A_page_that_is_not_there_is_refused(string page, int status)
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync(SmallPdf.Letter($"Dear {Name}"), code);

        Answer answer = await desk.GetAsync($"documents/{document}/pages/{page}");

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 404 ? "page-missing" : "validation", answer.Code);
    }

    [Fact]
    public async Task A_text_has_no_pages()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync($"Dear {Name}\n", code);

        Answer list = await desk.GetAsync($"documents/{document}/pages");
        Answer page = await desk.GetAsync($"documents/{document}/pages/1");

        Assert.Equal((404, "page-missing"), (list.Status, list.Code));
        Assert.Equal((404, "page-missing"), (page.Status, page.Code));
        Assert.False((await desk.BoxesAsync(document))[0].TryGetProperty("page", out _));
    }

    [Fact]
    public async Task Pictures_stay_with_those_assigned_while_the_compartment_is_open_and_the_original_there()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync(SmallPdf.Letter($"Dear {Name}"), code);
        Person person = await desk.Server.AddPersonAsync(await desk.StepUpAsync(), "grace@example.org", "case-handler");
        string token = await desk.Server.LogInAsync(person);
        string[] paths = [$"documents/{document}/pages", $"documents/{document}/pages/1"];

        await ExpectAsync(paths, 404, "not-found", path => desk.Server.SendAsync(HttpMethod.Get, path, token: token));
        await desk.SendAsync(HttpMethod.Post, "compartments/clinic/closings");
        await ExpectAsync(paths, 503, "compartment-closed", desk.GetAsync);
        await desk.SendAsync(HttpMethod.Post, "compartments/clinic/openings");
        await desk.SendAsync(HttpMethod.Delete, $"documents/{document}/original");
        await ExpectAsync(paths, 409, "original-destroyed", desk.GetAsync);
    }

    private static async Task ExpectAsync(
        string[] paths, int status, string code, Func<string, Task<Answer>> ask)
    {
        foreach (string path in paths)
        {
            Answer answer = await ask(path);
            Assert.Equal((status, code), (answer.Status, answer.Code));
        }
    }

    private static async Task<int> ReadingsAsync(PaperDesk desk) => (await desk.EntriesAsync())
        .Count(entry => entry.GetProperty("act").GetString() == "OriginalRead");
}
