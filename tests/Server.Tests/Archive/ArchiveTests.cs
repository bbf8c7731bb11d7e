using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Strongroom.Server.Archive;
using Strongroom.Server.Tests.Redaction;

namespace Strongroom.Server.Tests.Archive;

public class ArchiveTests
{
    private const string Name = "Ottilie Quillfeather";

    [Fact]
    public async Task Only_a_copy_of_the_document_gets_in_and_only_once()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync($"{Name}\n", code);
        string copy = await desk.CopyAsync(document);
        string foreign = await desk.CopyAsync(await desk.ReadInAsync("another\n", code));

        Answer other = await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy = foreign });
        Answer unfiled = await desk.GetAsync($"archive/{document}/content");
        Answer first = await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy });
        Answer second = await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy });

        Assert.Equal(404, other.Status);
        Assert.Equal(404, unfiled.Status);
        Assert.Equal(201, first.Status);
        Assert.Equal((409, "filed-already"), (second.Status, second.Code));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{code}\n"));
        Assert.Equal(Convert.ToHexStringLower(hash), first.Text("sha256"));
    }

    [Fact]
    public async Task A_copy_exchanged_on_the_disk_is_refused()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync($"{Name}\n", code);
        string data = Path.Combine(desk.Server.Folder, "data");
        string folder = Directory.GetDirectories(data, "documents", SearchOption.AllDirectories).Single();
        string[] before = Directory.GetFiles(folder);
        string copy = await desk.CopyAsync(document);
        string stored = Directory.GetFiles(folder).Except(before).Single();
        File.Copy(before[0], stored, overwrite: true);

        Answer filed = await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy });

        Assert.Equal(503, filed.Status);
        Assert.Empty(Directory.GetFiles(
            Path.Combine(desk.Server.Folder, "data", "archive"), "record-*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_search_joins_what_it_is_given()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string first = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string second = await desk.AddCustomerAsync("shop", ("full-name", "Barnaby Thistlewood"));
        string letter = await FileAsync(desk, $"{Name} and Barnaby Thistlewood at the harbour\n", first);
        string other = await FileAsync(desk, "Nobody at the harbour café\n", second);
        DateTimeOffset now = desk.Server.Time.GetUtcNow();

        Assert.Equal([letter, other], await SearchAsync(desk, new { words = "harbour" }));
        Assert.Equal([other], await SearchAsync(desk, new { words = "CAFE harbour" }));
        Assert.Equal([letter], await SearchAsync(desk, new { code = first }));
        Assert.Equal([letter], await SearchAsync(desk, new { code = second, compartment = "clinic" })); // named in it
        Assert.Equal([other], await SearchAsync(desk, new { words = "harbour", compartment = "shop" }));
        Assert.Equal(
            [letter, other], await SearchAsync(desk, new { kind = "letter", from = now, to = now.AddSeconds(1) }));
        Assert.Empty(await SearchAsync(desk, new { kind = "letter", to = now })); // before then
        Assert.Empty(await SearchAsync(desk, new { kind = "invoice" }));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"words":"at no"}""")] // too short, all of them
    [InlineData("""{"words":"aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll mmm nnn ooo ppp qqq"}""")]
    public async Task A_search_for_nothing_is_refused(string body)
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();

        Answer answer = await desk.SendAsync(
            HttpMethod.Post, "archive/searches", JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal((400, "validation"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(1, 4)] // few customers: 256 words, 4 bits
    [InlineData(499, 12)]
    [InlineData(1_000_000, 23)]
    public void A_words_tag_keeps_so_few_bits_that_several_words_share_it(int cap, int bits) =>
        Assert.Equal(bits, WordIndex.Bits(cap));

    [Fact]
    public void A_proof_speaks_of_its_bytes_only_and_holds_or_does_not()
    {
        byte[] hash = SHA256.HashData("copy"u8);
        string proof = """{"version":1,"holds":true,"undecided":0,"searches":[{"encoding":"utf-8","hits":0}],"""
            + $"\"copy\":\"sha256:{Convert.ToHexStringLower(hash)}\"}}";

        Assert.True(Holds(proof, hash));
        Assert.False(Holds(proof, SHA256.HashData("other"u8)));
        Assert.All(["{}", "[]", "", proof[..^1]], text => Assert.False(Holds(text, hash)));
        (string Old, string New)[] slips =
        [
            ("true", "false"), ("\"hits\":0", "\"hits\":1"), ("\"version\":1", "\"version\":2"),
            ("\"undecided\":0", "\"undecided\":1"), ("""{"encoding":"utf-8","hits":0}""", ""),
        ];
        Assert.All(
            slips, slip => Assert.False(Holds(proof.Replace(slip.Old, slip.New, StringComparison.Ordinal), hash)));
    }

    private static bool Holds(string proof, byte[] hash) => StoredProof.HoldsFor(Encoding.UTF8.GetBytes(proof), hash);

    private static async Task<string> FileAsync(PaperDesk desk, string text, string code)
    {
        string document = await desk.ReadInAsync(text, code);
        string copy = await desk.CopyAsync(document);
        Answer filed = await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy });
        Assert.True(filed.Status == 201, filed.Body);
        return document;
    }

    private static async Task<IEnumerable<string?>> SearchAsync(PaperDesk desk, object request)
    {
        Answer answer = await desk.SendAsync(HttpMethod.Post, "archive/searches", request);
        Assert.True(answer.Status == 200, answer.Body);
        return answer.Json.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("document").GetString());
    }
}
