using System.Net.Http;
using System.Text.Json;

namespace Strongroom.Server.Tests.Redaction;

public sealed class DocumentListTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(200)]
    public async Task Documents_of_all_compartments_come_newest_first_and_each_once(int limit)
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        List<string> added = [];
        foreach (string compartment in new[] { "clinic", "shop", "shop", "clinic", "shop", "clinic", "clinic" })
        {
            added.Add(await AddAsync(desk, compartment));
        }

        added.Reverse();
        Assert.Equal(added, await ListAsync(desk, $"documents?limit={limit}"));
    }

    [Fact]
    public async Task Taken_in_within_the_same_instant_none_is_lost_between_pages()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        List<string> added = [];
        for (int i = 0; i < 6; i++)
        {
            added.Add(await AddAsync(desk, i % 2 == 0 ? "clinic" : "shop", seconds: 0));
        }

        List<string> listed = await ListAsync(desk, "documents?limit=1");

        Assert.Equal(added.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_comes_in_later_stands_first_and_moves_nothing_on_the_pages_that_follow()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string[] added = [await AddAsync(desk, "clinic"), await AddAsync(desk, "shop"), await AddAsync(desk, "clinic")];
        Answer first = await desk.GetAsync("documents?limit=1");
        string late = await AddAsync(desk, "shop");

        Answer second = await desk.GetAsync($"documents?limit=1&cursor={first.Text("next")}");
        await desk.SendAsync(HttpMethod.Post, "compartments/clinic/closings");
        List<string> shop = await ListAsync(desk, "documents?limit=1");
        Answer afterClosing = await desk.GetAsync($"documents?limit=1&cursor={first.Text("next")}");
        await desk.SendAsync(HttpMethod.Post, "compartments/clinic/openings");

        Assert.Equal([added[2]], IdsOf(first));
        Assert.Equal([added[1]], IdsOf(second));
        Assert.Equal([late, added[1]], shop);
        Assert.Equal([added[1]], IdsOf(afterClosing));
        Assert.Equal([late, added[2], added[1], added[0]], await ListAsync(desk, "documents?limit=3"));
    }

    [Fact]
    public async Task The_paperwork_of_one_customer_comes_newest_first_in_pages_and_no_other_with_it()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string ada = await desk.AddCustomerAsync("clinic", ("full-name", "Ada Example"));
        string ida = await desk.AddCustomerAsync("clinic", ("full-name", "Ida Example"));
        List<string> added = [];
        foreach (string code in new[] { ada, ida, ada, ada, ida })
        {
            string document = await AddAsync(desk, code);
            if (code == ada)
            {
                added.Insert(0, document);
            }
        }

        Assert.Equal(added, await ListAsync(desk, $"documents?customer={ada}&limit=2"));
    }

    [Fact]
    public async Task An_invented_cursor_is_refused()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();

        Answer answer = await desk.GetAsync("documents?cursor=" + new string('0', 72));

        Assert.Equal((400, "validation"), (answer.Status, answer.Code));
    }

    private static async Task<string> AddAsync(PaperDesk desk, string owner, int seconds = 1)
    {
        desk.Server.Time.Advance(TimeSpan.FromSeconds(seconds));
        string part = owner.Contains('-', StringComparison.Ordinal) ? "customer" : "compartment";
        Answer accepted = await desk.SendInAsync("Nothing of anybody.\n", parts: [(part, owner)]);
        Assert.Equal("done", await desk.WaitAsync(accepted));
        return accepted.Text("document");
    }

    private static async Task<List<string>> ListAsync(PaperDesk desk, string path)
    {
        List<string> all = [];
        string cursor = string.Empty;
        do
        {
            Answer page = await desk.GetAsync(path + cursor);
            Assert.Equal(200, page.Status);
            all.AddRange(IdsOf(page));
            cursor = page.Json.TryGetProperty("next", out JsonElement next)
                ? "&cursor=" + next.GetString() : string.Empty;
        }
        while (cursor.Length > 0);
        return all;
    }

    private static IEnumerable<string> IdsOf(Answer page) =>
        page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);
}
