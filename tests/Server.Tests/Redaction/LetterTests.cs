using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace Strongroom.Server.Tests.Redaction;

public sealed class LetterTests
{
    private const string Name = "Ottilie Quillfeather";
    private const string Number = "536-22-8726";
    private const string Email = "ottilie.quill@example.org";
    private const string Letter =
        $"Dear {Name},\n\nyour social security number {Number} is in our books.\n"
        + $"Write to {Email}.\n\nThe harbour office\n";

    [Fact]
    public async Task A_letter_goes_from_the_desk_into_the_archive_and_none_of_its_values_with_it()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name), ("us-ssn", Number));

        string document = await desk.ReadInAsync(Letter, code);
        string copy = await desk.CopyAsync(document);
        Answer filed = await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy });
        Answer content = await desk.GetAsync($"archive/{document}/content");
        Answer byCode = await desk.SendAsync(HttpMethod.Post, "archive/searches", new { code });
        Answer byWord = await desk.SendAsync(HttpMethod.Post, "archive/searches", new { words = "Harbour OFFICE" });

        Assert.True(filed.Status == 201, filed.Body);
        Assert.Contains(code, content.Body, StringComparison.Ordinal);
        Assert.Contains("The harbour office", content.Body, StringComparison.Ordinal);
        string[] values = [Name, "Ottilie", "Quillfeather", Number, Email];
        Assert.All(values, value => Assert.DoesNotContain(value, content.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Equal([document], Found(byCode));
        Assert.Equal([document], Found(byWord));
        Assert.Empty(
            Found(await desk.SendAsync(HttpMethod.Post, "archive/searches", new { words = "harbour lighthouse" })));
        Assert.Empty(Found(await desk.SendAsync(HttpMethod.Post, "archive/searches", new { words = "quillfeather" })));
        Assert.Equal("filed", (await desk.GetAsync("documents/" + document)).Text("state"));
        Assert.True((await desk.GetAsync($"archive/{document}/proof")).Json.GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task Nothing_of_a_letter_lies_on_the_disk_in_the_clear()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name), ("us-ssn", Number));
        Answer accepted = await desk.SendInAsync(Letter, "Quillfeather complaint.txt", ("customer", code));
        await desk.WaitAsync(accepted);
        string document = accepted.Text("document");
        string copy = await desk.CopyAsync(document);
        await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy });
        await desk.SendAsync(HttpMethod.Post, "archive/searches", new { words = "harbour" });

        string[] canaries = [Name, "Quillfeather", Number, "536228726", Email, "harbour", code];
        var found = Directory.EnumerateFiles(Path.Combine(desk.Server.Folder, "data"), "*", SearchOption.AllDirectories)
            .SelectMany(file => canaries.Where(canary => Holds(file, canary))
                .Select(canary => $"{Path.GetFileName(file)}: {canary}"));

        Assert.Empty(found);
        Assert.Equal(3, Directory.GetFiles(
            Path.Combine(desk.Server.Folder, "data", "compartments"), "record-*", SearchOption.AllDirectories).Length);
        Assert.Single(Directory.GetFiles(
            Path.Combine(desk.Server.Folder, "data", "archive"), "record-*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Registered_customers_are_found_in_every_open_compartment_that_the_actor_works_in()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string own = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string other = await desk.AddCustomerAsync("shop", ("full-name", "Barnaby Thistlewood"));

        string document = await desk.ReadInAsync(
            "Ottilie Quillfeather met B. Thistlewood and Mr Barnaby Thistlewood.\n", own);

        string?[] labels = [.. (await desk.BoxesAsync(document)).Select(Label)];
        Assert.Equal([own, other, other], labels);
    }

    [Fact]
    public async Task A_customer_registered_or_corrected_after_the_last_letter_is_known_in_the_next_one()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string first = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        await desk.ReadInAsync("Nothing about anybody.\n", first);
        string second = await desk.AddCustomerAsync("clinic", ("full-name", "Barnaby Thistlewood"));
        Answer view = await desk.GetAsync("customers/" + second);
        await desk.SendAsync(
            HttpMethod.Patch, "customers/" + second,
            new { fields = new Dictionary<string, string> { ["full-name"] = "Barnaby Rookhope" } },
            ("If-Match", view.Headers["ETag"]));

        string document = await desk.ReadInAsync("Barnaby Rookhope, once Barnaby Thistlewood.\n", first);

        Assert.Equal([second, second], (await desk.BoxesAsync(document)).Select(Label));
    }

    [Fact]
    public async Task A_table_of_the_compartment_is_redacted_cell_by_cell()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        Answer accepted = await desk.SendInAsync(
            $"name,ssn,town\n{Name},{Number},Harbour\n", "list.csv", ("compartment", "clinic"), ("kind", "list"));
        Assert.Equal("done", await desk.WaitAsync(accepted));
        string document = accepted.Text("document");

        string copy = await desk.CopyAsync(document);

        Answer content = await desk.GetAsync($"documents/{document}/copies/{copy}");
        Assert.Equal($"name,ssn,town\r\n{code},[ssn],Harbour\r\n", content.Body);
        Answer listed = await desk.GetAsync("documents?compartment=clinic");
        JsonElement item = Assert.Single(listed.Json.GetProperty("items").EnumerateArray());
        string[] shown = ["kind", "format", "state"];
        Assert.Equal(["list", "csv", "ready"], shown.Select(name => item.GetProperty(name).GetString()));
    }

    [Fact]
    public async Task A_destroyed_original_is_gone_and_what_is_filed_stays()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync(Letter, code);
        Assert.Equal(Letter, (await desk.GetAsync($"documents/{document}/original")).Body);
        string copy = await desk.CopyAsync(document);
        await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy });

        Answer destroyed = await desk.SendAsync(HttpMethod.Delete, $"documents/{document}/original");

        Assert.Equal(204, destroyed.Status);
        Answer original = await desk.GetAsync($"documents/{document}/original");
        Assert.Equal((409, "original-destroyed"), (original.Status, original.Code));
        Assert.Equal(409, (await desk.GetAsync($"documents/{document}/text")).Status);
        Assert.Contains("harbour", (await desk.GetAsync($"archive/{document}/content")).Body, StringComparison.Ordinal);
        string[] acts = [.. (await desk.EntriesAsync()).Select(entry => entry.GetProperty("act").GetString()!)];
        Assert.Superset(
            new HashSet<string>
            {
                "DocumentAdded", "OriginalRead", "LookedUp", "FindingsDecided", "DocumentRedacted", "Filed",
                "DocumentDisposed", "ArchiveRead",
            },
            acts.ToHashSet());
    }

    private static IEnumerable<string?> Found(Answer answer) =>
        answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("document").GetString());

    private static string? Label(JsonElement box) =>
        box.TryGetProperty("label", out JsonElement label) ? label.GetString() : null;

    private static bool Holds(string file, string canary)
    {
        if (Path.GetFileName(file) == "lock")
        {
            return false; // the server holds it; it is empty
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        byte[] plain = Encoding.UTF8.GetBytes(canary);
        byte[][] forms =
        [
            plain, Encoding.Unicode.GetBytes(canary), Encoding.BigEndianUnicode.GetBytes(canary),
            Encoding.ASCII.GetBytes(Convert.ToHexString(plain)),
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(plain)),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(plain)),
        ];
        return forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0);
    }
}
