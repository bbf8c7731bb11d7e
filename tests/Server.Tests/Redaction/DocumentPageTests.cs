using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace Strongroom.Server.Tests.Redaction;

public sealed class DocumentPageTests : IAsyncLifetime
{
    private const string Letter =
        "Dear Ada Example,\nwrite to ada@example.org or grace@example.net.\nThe umbrella is yours.\n";

    private PaperDesk _desk = null!;
    private PageVisit _visit = null!;
    private string _code = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _desk = await PaperDesk.OpenAsync();
        _visit = new PageVisit(_desk.Server, _desk.Token);
        _code = await _desk.AddCustomerAsync("clinic", ("full-name", "Ada Example"), ("email", "ada@example.org"));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Many_files_go_in_by_one_form_and_what_is_refused_is_named_by_its_number()
    {
        Answer answer = await UploadAsync(_code, ("ada-example.txt", Letter), ("ada.exe", "x"), ("b.txt", "nothing"));

        Assert.Equal(422, answer.Status);
        Assert.Contains("File 2:", answer.Body, StringComparison.Ordinal);
        Assert.Contains("2 files were taken in", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ada-example", answer.Body, StringComparison.Ordinal);
        Assert.Equal(2, (await _desk.GetAsync("documents")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_form_without_a_file_or_with_a_code_of_nobody_takes_nothing_in()
    {
        Answer none = await UploadAsync(_code);
        Answer nobody = await UploadAsync("7Q4M", ("a.txt", Letter), ("b.txt", Letter));

        Assert.Equal((422, 422), (none.Status, nobody.Status));
        Assert.Contains("Choose at least one file.", none.Body, StringComparison.Ordinal);
        Assert.Contains("This is no customer code.", nobody.Body, StringComparison.Ordinal);
        Assert.Equal(0, (await _desk.GetAsync("documents")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_upload_without_the_tokens_of_its_form_is_refused()
    {
        using MultipartFormDataContent form = Form([("customer", _code), ("kind", "letter")], [("a.txt", Letter)]);

        Answer answer = await _visit.SendAsync(HttpMethod.Post, "/documents", form);

        Assert.InRange(answer.Status, 400, 499);
        Assert.Equal(0, (await _desk.GetAsync("documents")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_letter_is_decided_copied_and_filed_by_forms_alone()
    {
        string id = await _desk.ReadInAsync(Letter, _code);
        string review = $"/documents/{id}/review";
        int boxes = (await _desk.BoxesAsync(id)).Count;
        for (int box = 0; box < boxes; box++)
        {
            Answer decided = await DecideAsync(review, $"accept-{box}");
            Assert.Equal(303, decided.Status);
        }

        Answer made = await _visit.SubmitAsync($"/documents/{id}/copies", review);
        Assert.Equal((303, $"/documents/{id}"), (made.Status, made.Headers["Location"]));
        string copy = await CopyAsync(id);
        Answer result = await _visit.GetAsync($"/documents/{id}");
        Assert.Contains("Nothing is left", result.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.org", result.Body, StringComparison.Ordinal);

        Answer filed = await _visit.SubmitAsync(
            $"/documents/{id}/filings", $"/documents/{id}", ("copy", copy), ("original", "destroy"));
        Assert.Equal(303, filed.Status);
        Answer found = await _visit.SubmitAsync("/archive", null, ("words", "umbrella"));
        Assert.Contains(_code, found.Body, StringComparison.Ordinal);
        Assert.Contains("destroyed", found.Body, StringComparison.Ordinal);
        Answer nothing = await _visit.SubmitAsync("/archive", null, ("words", "example"));
        Assert.Contains("Nothing found", nothing.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_on_an_old_version_changes_nothing_and_says_so()
    {
        string id = await _desk.ReadInAsync(Letter, _code);
        string review = $"/documents/{id}/review";
        Answer page = await _visit.GetAsync(review);
        Assert.Equal(200, (await _desk.DecideAsync(id, new { decision = "reject", box = 0 })).Status);

        Answer late = await _visit.PostAsync(review, [
            .. PageVisit.HiddenOf(page), ("page", "1"), ("version", VersionOf(page)), ("act", "accept-0")]);

        Assert.Equal(422, late.Status);
        Assert.Contains("Somebody has decided", late.Body, StringComparison.Ordinal);
        Assert.Equal("rejected", (await _desk.BoxesAsync(id))[0].GetProperty("decision").GetString());
    }

    [Theory]
    [InlineData("accept-99")]
    [InlineData("accept--1")]
    [InlineData("draw")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_button_that_the_page_does_not_have_changes_nothing(string act)
    {
        string id = await _desk.ReadInAsync(Letter, _code);

        Answer answer = await DecideAsync($"/documents/{id}/review", act);

        Assert.Equal(422, answer.Status);
        Assert.All(
            await _desk.BoxesAsync(id), box => Assert.Equal("undecided", box.GetProperty("decision").GetString()));
    }

    [Fact]
    public async Task A_view_of_a_review_is_one_reading_of_the_original_and_a_page_of_pictures_shows_no_text()
    {
        string text = await _desk.ReadInAsync(Letter, _code);
        string pdf = await _desk.ReadInAsync(SmallPdf.Letter("Dear Ada Example,", "the umbrella is yours."), _code);
        int before = await ReadingsAsync();

        Answer words = await _visit.GetAsync($"/documents/{text}/review");
        int afterText = await ReadingsAsync();
        Answer boxes = await _visit.GetAsync($"/documents/{pdf}/review");
        int afterPage = await ReadingsAsync();
        await _desk.DownloadAsync($"documents/{pdf}/pages/1");

        Assert.Contains("umbrella", words.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("umbrella", boxes.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Example", boxes.Body, StringComparison.Ordinal);
        Assert.Equal(
            (before + 1, before + 1, before + 2), (afterText, afterPage, await ReadingsAsync()));
    }

    [Fact]
    public async Task A_copy_of_an_undecided_document_leads_back_to_what_is_left()
    {
        string id = await _desk.ReadInAsync(Letter, _code);

        Answer answer = await _visit.SubmitAsync($"/documents/{id}/copies", $"/documents/{id}/review");

        Assert.Equal((303, $"/documents/{id}/review"), (answer.Status, answer.Headers["Location"]));
    }

    [Fact]
    public async Task A_document_that_is_not_there_has_no_page()
    {
        string id = await _desk.ReadInAsync(Letter, _code);
        Answer missing = await _visit.GetAsync("/documents/document-00000000000000000000000000000001");

        Assert.Equal(404, missing.Status);
        Assert.Equal(200, (await _visit.GetAsync($"/documents/{id}")).Status);
    }

    [Theory]
    [InlineData("", "Say what to search for")]
    [InlineData("no-code", "This is no customer code.")]
    public async Task A_search_without_a_term_or_with_a_wrong_one_says_what_to_correct(string code, string sentence)
    {
        Answer answer = await _visit.SubmitAsync("/archive", null, ("code", code));

        Assert.Equal(422, answer.Status);
        Assert.Contains(sentence, answer.Body, StringComparison.Ordinal);
    }

    private static MultipartFormDataContent Form(
        IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Name, string Text)> files)
    {
        var form = new MultipartFormDataContent();
        foreach ((string name, string value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        foreach ((string name, string text) in files)
        {
            var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(file, "file", name);
        }

        return form;
    }

    private async Task<int> ReadingsAsync() => (await _desk.EntriesAsync())
        .Count(entry => entry.GetProperty("act").GetString() == "OriginalRead");

    private static string VersionOf(Answer page)
    {
        const string Before = "data-version=\"";
        int at = page.Body.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return page.Body[at..page.Body.IndexOf('"', at)];
    }

    private async Task<Answer> UploadAsync(string code, params (string Name, string Text)[] files)
    {
        Answer page = await _visit.GetAsync("/documents");
        using MultipartFormDataContent form = Form(
            [.. PageVisit.HiddenOf(page), ("customer", code), ("compartment", "clinic"), ("kind", "letter")], files);
        return await _visit.SendAsync(HttpMethod.Post, "/documents", form);
    }

    private async Task<Answer> DecideAsync(string review, string act)
    {
        Answer page = await _visit.GetAsync(review);
        return await _visit.PostAsync(review, [
            .. PageVisit.HiddenOf(page), ("page", "1"), ("version", VersionOf(page)), ("act", act)]);
    }

    private async Task<string> CopyAsync(string id)
    {
        while (true)
        {
            Answer document = await _desk.GetAsync("documents/" + id);
            string? state = document.Json.GetProperty("copies")[0].GetProperty("state").GetString();
            if (state != "making")
            {
                Assert.Equal("proved", state);
                return document.Json.GetProperty("copies")[0].GetProperty("id").GetString()!;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
