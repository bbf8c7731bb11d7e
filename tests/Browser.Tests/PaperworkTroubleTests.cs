using System.Net.Http;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Strongroom.Server.Redaction;
using Strongroom.Server.Tests;
using Strongroom.Server.Tests.Redaction;

namespace Strongroom.Browser.Tests;

/// <summary>Paperwork that is not read, is stopped, is kept back, or is nobody's business.</summary>
[Collection(PaperworkPractice.Name)]
public sealed class PaperworkTroubleTests(Chrome chrome, Practice practice) : IDisposable
{
    private readonly string _redactor = Program(practice).File;

    public void Dispose() => Program(practice).File = _redactor;

    [Fact]
    public async Task A_document_whose_reading_fails_says_so_and_is_read_when_it_is_tried_again()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        var paperwork = new Paperwork(practice, visitor);
        Program(practice).File = "/bin/false";
        await paperwork.UploadAsync("Dear Zebulon Quartzmire,\n");
        string failed = await paperwork.Newest.InnerTextAsync();
        await paperwork.LookAsync("failed");
        await visitor.FollowAsync(() => paperwork.Newest.GetByRole(AriaRole.Link).First.ClickAsync());
        await paperwork.LookAsync("failed-one");

        Program(practice).File = _redactor;
        await visitor.PressAsync("Try again");
        await paperwork.UntilAsync("Ready (1 box)");

        Assert.Contains("Not read", failed, StringComparison.Ordinal);
        Assert.Contains("could not be processed", failed, StringComparison.Ordinal);
        Assert.Equal(1, await paperwork.Newest.GetByText("Ready (1 box)").CountAsync());
        Assert.Equal(0, await paperwork.Newest.GetByText("Not read").CountAsync());
        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task A_reading_under_way_is_stopped_and_can_be_tried_again()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        var paperwork = new Paperwork(practice, visitor);
        Program(practice).File = await HangingAsync();
        await paperwork.SendInAsync(Encoding.UTF8.GetBytes("Dear Zebulon Quartzmire,\n"), "wrenstow.txt");
        await paperwork.Newest.GetByRole(AriaRole.Progressbar).WaitForAsync();
        await paperwork.LookAsync("reading");

        await visitor.FollowAsync(() => paperwork.Newest.GetByRole(
            AriaRole.Button, new LocatorGetByRoleOptions { Name = "Stop" }).ClickAsync());
        await paperwork.UntilAsync("It could not be read.");
        string stopped = await visitor.Page.Locator(".notice.bad").InnerTextAsync();
        Program(practice).File = _redactor;
        await visitor.PressAsync("Try again");
        await paperwork.UntilAsync("Ready (1 box)");

        Assert.Contains("Try it again", stopped, StringComparison.Ordinal);
        Assert.Equal(1, await paperwork.Newest.GetByText("Ready (1 box)").CountAsync());
        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task A_copy_whose_proof_fails_is_kept_back_says_where_and_leads_back_to_the_review()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync("The umbrella is yours.\r\nNobody else has an umbrella.\r\n");
        await paperwork.FollowAsync("Review again");
        await paperwork.SelectAsync("umbrella");
        await visitor.Page.Keyboard.PressAsync("n");
        await visitor.FollowAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));

        await visitor.PressAsync("Make redacted copy");
        await paperwork.UntilAsync("The copy was kept back.");
        string why = await visitor.Page.Locator(".notice.bad").InnerTextAsync();
        await paperwork.LookAsync("kept-back");
        await paperwork.FollowAsync("the review");
        string back = new Uri(visitor.Page.Url).AbsolutePath;
        string drawn = await visitor.Page.Locator("mark.accepted").GetAttributeAsync("data-box") ?? "";
        await paperwork.PressActAsync($"everywhere-{drawn}");
        await visitor.PressAsync("Make redacted copy");
        await paperwork.UntilAsync("Nothing is left");

        Assert.Contains("A removed value still stands elsewhere", why, StringComparison.Ordinal);
        Assert.Contains("Line 2", why, StringComparison.Ordinal);
        Assert.EndsWith("/review", back, StringComparison.Ordinal);
        Assert.Equal(0, await visitor.Page.GetByText("kept back.").CountAsync());
        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task A_copy_with_somebody_nobody_decided_on_is_kept_back_and_leads_to_the_page()
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        var paperwork = new Paperwork(practice, visitor);
        await paperwork.UploadAsync(SmallPdf.Letter("Nothing here.").Page("With regards from Balthasar Thistledown"));
        string document = new Uri(new Uri(visitor.Page.Url), await paperwork.Newest.GetByRole(AriaRole.Link).First
            .GetAttributeAsync("href")).AbsolutePath;
        string token = await practice.Server.LogInSteppedUpAsync(practice.Owner);
        Dictionary<string, string> fields = new() { ["full-name"] = "Balthasar Thistledown" };
        Answer registered = await practice.Server.SendAsync(
            HttpMethod.Post, "customers", new { compartment = "clinic", fields }, token);
        Assert.Equal(201, registered.Status);

        await visitor.GoAsync(document);
        await visitor.PressAsync("Make redacted copy");
        await paperwork.UntilAsync("The copy was kept back.");
        string why = await visitor.Page.Locator(".notice.bad").InnerTextAsync();
        await visitor.FollowAsync(() => visitor.Page.Locator(".notice.bad li a").First.ClickAsync());

        Assert.Contains("Some findings are undecided", why, StringComparison.Ordinal);
        Assert.Contains("Page 2, line 1, customer", why, StringComparison.Ordinal);
        Assert.DoesNotContain("Thistledown", why, StringComparison.Ordinal);
        Assert.EndsWith("/review?page=2", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await visitor.Page.GetByText("page 2 of 2").CountAsync());
        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task Whoever_may_not_redact_gets_neither_the_original_nor_a_page_that_shows_it()
    {
        await using Visitor clerk = await practice.VisitAsync(chrome, practice.People["records-clerk"]);
        var paperwork = new Paperwork(practice, clerk);
        await paperwork.UploadAsync(SmallPdf.Letter("Dear Zebulon Quartzmire,"));
        string path = (await paperwork.Newest.GetByRole(AriaRole.Link).First.GetAttributeAsync("href"))!;
        string[] files = ["original", "text", "pages/1", "pages/1?decided=true"];
        await using Visitor stranger = await practice.VisitAsync(chrome, practice.People["front-desk"]);

        foreach (string file in files)
        {
            IAPIResponse refused = await stranger.Page.APIRequest.GetAsync($"/api/v1{path}/{file}");
            Assert.Equal((403, "application/problem+json"), (refused.Status, refused.Headers["content-type"]));
            Assert.DoesNotContain("%PDF", await refused.TextAsync(), StringComparison.Ordinal);
        }

        foreach (string page in new[] { "", "/review" })
        {
            Assert.Equal(403, await stranger.GoAsync(path + page));
            Assert.Equal(0, await stranger.Page.Locator("main img, main svg.over, main [data-row]").CountAsync());
            Assert.Equal(0, await stranger.Page.GetByRole(
                AriaRole.Link, new PageGetByRoleOptions { Name = "Paperwork", Exact = true }).CountAsync());
            Sound.Expect(await stranger.FaultsAsync());
        }

        Assert.Equal(Visitor.Download, await clerk.GoAsync($"/api/v1{path}/original"));
        Sound.Expect(Practice.LeftBehind(stranger.Watch.Traces));
    }

    private static RedactorProgram Program(Practice practice) =>
        practice.Server.Services.GetRequiredService<RedactorProgram>();

    private async Task<string> HangingAsync()
    {
        string file = Path.Combine(practice.Server.Folder, "hangs");
        await File.WriteAllTextAsync(file, "#!/bin/sh\nexec sleep 600\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return file;
    }
}
