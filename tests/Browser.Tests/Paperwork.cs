using System.Text;
using Microsoft.Playwright;
using Strongroom.Server.Tests.Redaction;

namespace Strongroom.Browser.Tests;

/// <summary>Somebody at paperwork: takes letters in, waits for what works on them, and looks.</summary>
internal sealed class Paperwork(Practice practice, Visitor visitor)
{
    private static readonly Look[] Looks = [Look.Light, Look.Dark, Look.Narrow];

    /// <summary>Takes a letter of the practice's customer in and waits until it is read, or is not.</summary>
    public Task UploadAsync(SmallPdf letter) => UploadAsync(letter.Write(), "wrenstow.pdf");

    /// <inheritdoc cref="UploadAsync(SmallPdf)" />
    public Task UploadAsync(string text) => UploadAsync(Encoding.UTF8.GetBytes(text), "wrenstow.txt");

    /// <summary>Takes a file in and waits for nothing.</summary>
    public async Task SendInAsync(byte[] file, string name)
    {
        await visitor.GoAsync("/documents");
        await visitor.Page.Locator("#field-customer").FillAsync(practice.Code);
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
        await visitor.PressAsync("Upload");
    }

    /// <summary>Follows the first link of this name.</summary>
    public Task FollowAsync(string link) => visitor.FollowAsync(() => Link(link).First.ClickAsync());

    public ILocator Link(string name) =>
        visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>The newest document's line in the list.</summary>
    public ILocator Newest => visitor.Page.Locator(".paperwork > li").First;

    /// <summary>Does what decides on a box without loading the page again, and waits until the server has it.</summary>
    public async Task DecideAsync(Func<Task> act)
    {
        IResponse answer = await visitor.Page.RunAndWaitForResponseAsync(
            act, response => response.Request.Method == "PATCH");
        Assert.Equal(200, answer.Status);
    }

    /// <summary>Presses the button of this value in the list of boxes, out of <em>More</em>.</summary>
    public async Task PressActAsync(string act)
    {
        ILocator button = visitor.Page.Locator($"button[value='{act}']");
        ILocator more = visitor.Page.Locator("details").Filter(new LocatorFilterOptions { Has = button });
        await more.Locator("summary").ClickAsync();
        await visitor.FollowAsync(() => button.ClickAsync());
    }

    /// <summary>Selects a word where it first stands outside of boxes.</summary>
    public Task SelectAsync(string word) => visitor.Page.Locator(".words").First.EvaluateAsync(
        """
        (one, word) => {
          const node = [...one.childNodes].find(child => child.nodeType === Node.TEXT_NODE && child.textContent.includes(word));
          const at = node.textContent.indexOf(word);
          getSelection().setBaseAndExtent(node, at, node, at + word.length);
        }
        """,
        word);

    /// <summary>The page is sound in every look. Where STRONGROOM_LOOKS names a folder, pictures of it are kept there.</summary>
    public async Task LookAsync(string name)
    {
        Sound.Expect(await visitor.FaultsAsync());
        if (Environment.GetEnvironmentVariable("STRONGROOM_LOOKS") is not { } folder)
        {
            return;
        }

        foreach (Look look in Looks)
        {
            await visitor.LookAsync(look);
            await File.WriteAllBytesAsync(
                Path.Combine(folder, $"{name}-{look.Name[..4].Trim()}.png"),
                await visitor.PictureAsync(isWhole: true),
                TestContext.Current.CancellationToken);
        }

        await visitor.LookAsync(Look.Light);
    }

    /// <summary>
    /// Waits until nothing works on the page's paperwork and it says this. A page at work has progress to show; the
    /// server's clock is ours to move.
    /// </summary>
    public async Task UntilAsync(string? text)
    {
        const int Tries = 300;
        for (int i = 0; i < Tries; i++)
        {
            practice.Server.Time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(50, TestContext.Current.CancellationToken);
            if (await visitor.Page.GetByRole(AriaRole.Progressbar).CountAsync() == 0
                && (text is null || await visitor.Page.GetByText(text).CountAsync() > 0))
            {
                await visitor.Page.WaitForLoadStateAsync();
                return;
            }

            if (i % 10 == 9)
            {
                await visitor.Page.ReloadAsync();
            }
        }

        Assert.Fail("the work does not end:\n" + await visitor.Page.Locator("main").InnerTextAsync());
    }

    private async Task UploadAsync(byte[] file, string name)
    {
        await SendInAsync(file, name);
        await UntilAsync(null);
    }
}
