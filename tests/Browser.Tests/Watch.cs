using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Strongroom.Browser.Tests;

/// <summary>What happens behind a visitor's back: faults, and every trace that a visit leaves.</summary>
public sealed partial class Watch
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<string> _traces = new();

    /// <summary>Reports of the policy, errors of the console and of scripts, HTML that the rules forbid.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Addresses, titles and referrers: what stays in histories and logs.</summary>
    public IReadOnlyCollection<string> Traces => _traces;

    /// <summary>Begins to look at a page.</summary>
    public async Task BeginAsync(IBrowserContext context, IPage page)
    {
        page.PageError += (_, error) => _faults.Enqueue($"{page.Url}: script error: {error}");
        page.Console += (_, message) => TakeMessage(page, message);
        context.Request += (_, request) => TakeRequest(request);
        context.Response += (_, response) => Check(response);
        ICDPSession session = await context.NewCDPSessionAsync(page);
        session.Event("Audits.issueAdded").OnEvent += (_, issue) => TakeIssue(page, issue);
        await session.SendAsync("Audits.enable");
    }

    /// <summary>Keeps the title of the page.</summary>
    public void TakeTitle(string title) => _traces.Enqueue(title);

    /// <summary>Forgets the faults that a test has provoked on purpose.</summary>
    public IReadOnlyList<string> Forgive()
    {
        string[] faults = [.. _faults];
        _faults.Clear();
        return faults;
    }

    /// <summary>What no page may hold, beside what the policy reports.</summary>
    internal static IEnumerable<string> ForbiddenIn(string html) =>
        Forbidden().Matches(html).Select(match => match.Value.Trim());

    // The browser says of every answer of 400 or more that it "failed to load": that is for the tests to judge.
    private void TakeMessage(IPage page, IConsoleMessage message)
    {
        if (message.Type is "error" or "warning"
            && !message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal))
        {
            _faults.Enqueue($"{page.Url}: console: {message.Text}");
        }
    }

    private void TakeIssue(IPage page, JsonElement? issue)
    {
        JsonElement one = issue!.Value.GetProperty("issue");
        if (one.GetProperty("code").GetString() is "ContentSecurityPolicyIssue")
        {
            _faults.Enqueue($"{page.Url}: policy: {one.GetProperty("details")}");
        }
    }

    private void TakeRequest(IRequest request)
    {
        _traces.Enqueue(request.Url);
        if (request.Headers.TryGetValue("referer", out string? referrer))
        {
            _traces.Enqueue(referrer);
        }
    }

#pragma warning disable VSTHRD100 // An event of the driver; whatever fails here is a fault.
    private async void Check(IResponse response)
    {
        try
        {
            if (response.Status is >= 300 and < 400 || !response.Headers.TryGetValue("content-type", out string? type)
                || !type.StartsWith("text/html", StringComparison.Ordinal))
            {
                return;
            }

            foreach (string found in ForbiddenIn(await response.TextAsync()))
            {
                _faults.Enqueue($"{response.Url}: forbidden in a page: {found}");
            }
        }
        catch (PlaywrightException)
        {
            // The page has gone on before its text was read; the same page is read when it is visited by itself.
        }
    }
#pragma warning restore VSTHRD100

    [GeneratedRegex("""(?:<[^>]*\s(?:style|on[a-z]+)\s*=|_framework/|_blazor|javascript:)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
