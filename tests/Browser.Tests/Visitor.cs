using System.Globalization;
using Microsoft.Playwright;
using Strongroom.Server.Tests;

namespace Strongroom.Browser.Tests;

/// <summary>Somebody with a browser of their own.</summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>Instead of a status.</summary>
    public const int Download = 0;

    private const string Overflowing =
        """
        () => {
          const root = document.scrollingElement;
          const all = [...document.body.querySelectorAll('*')];
          const scrolls = one => one !== root && ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(one).overflowX);
          const wide = all.filter(one => one.getBoundingClientRect().right > root.clientWidth + 1
            && one.checkVisibility() && !one.closest('.visually-hidden')
            && (p => { while (p && p !== document.body) { if (scrolls(p)) return false; p = p.parentElement; } return true; })(one.parentElement));
          return root.scrollWidth > root.clientWidth ? `${root.scrollWidth} px: ` + wide.slice(0, 4).map(
            one => `<${one.tagName.toLowerCase()} class="${one.className}">`).join(', ') : '';
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IBrowserContext _context;
    private readonly ICDPSession _session;

    private readonly bool _hasScript;

    private Visitor(IBrowserContext context, IPage page, ICDPSession session, bool hasScript)
    {
        _context = context;
        _hasScript = hasScript;
        Page = page;
        _session = session;
    }

    public IPage Page { get; }

    public Watch Watch { get; } = new();

    internal static async Task<Visitor> ArriveAsync(IBrowserContext context, bool hasScript)
    {
        IPage page = await context.NewPageAsync();
        var visitor = new Visitor(context, page, await context.NewCDPSessionAsync(page), hasScript);
        await visitor.Watch.BeginAsync(context, page);
        return visitor;
    }

    /// <summary>Opens a path and gives the status; a file that is handed out has <see cref="Download"/>.</summary>
    public async Task<int> GoAsync(string path)
    {
        try
        {
            IResponse? response = await Page.GotoAsync(path);
            Watch.TakeTitle(await AskAsync(Page.TitleAsync));
            return response!.Status;
        }
        catch (PlaywrightException refused) when (
            refused.Message.StartsWith("Download is starting", StringComparison.Ordinal))
        {
            return Download;
        }
    }

    /// <summary>Does what loads another page, and waits for that.</summary>
    public async Task FollowAsync(Func<Task> act)
    {
        string before = await LoadAsync();
        await act();
        long begun = TimeProvider.System.GetTimestamp();
        while (await LoadAsync() == before)
        {
            if (TimeProvider.System.GetElapsedTime(begun) > Patience)
            {
                Assert.Fail($"no other page came after {Page.Url}, which says:\n{await Page.Locator("main").InnerTextAsync()}\n"
                    + string.Join('\n', Watch.Faults));
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await WaitForWholePageAsync();
        Watch.TakeTitle(await AskAsync(Page.TitleAsync));
    }

    /// <summary>Logs in as people do, on the page that asks for it.</summary>
    public async Task LogInAsync(Person person, string code)
    {
        await GoAsync("/log-in");
        await Page.GetByLabel("E-mail").FillAsync(person.Email);
        await Page.GetByLabel("Password").FillAsync(person.Password);
        await Page.Locator("#field-code").FillAsync(code);
        await FollowAsync(() => Page.Locator("#field-code").PressAsync("Enter"));
    }

    /// <summary>Presses the button of this name, which loads another page.</summary>
    public Task PressAsync(string button) => FollowAsync(() => Button(button).ClickAsync());

    /// <summary>The button of exactly this name.</summary>
    public ILocator Button(string name) =>
        Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Looks at the page in another way, without loading it again.</summary>
    public async Task LookAsync(Look look)
    {
        await Page.SetViewportSizeAsync(look.Width, Look.Height);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions
        {
            ColorScheme = look.Scheme,
            ForcedColors = look.IsForced ? ForcedColors.Active : ForcedColors.None,
            ReducedMotion = ReducedMotion.Reduce,
        });
        const int Standard = 16;
        await _session.SendAsync("Page.setFontSizes", new Dictionary<string, object>
        {
            ["fontSizes"] = new Dictionary<string, object>
            {
                ["standard"] = Standard * look.TextPercent / 100,
                ["fixed"] = 13 * look.TextPercent / 100,
            },
        });
    }

    /// <summary>What is wrong with the page as it looks now.</summary>
    public async Task<IReadOnlyList<string>> FaultsOfLookAsync(Look look)
    {
        await LookAsync(look);
        // Without script the scanner's own timers stand still too.
        List<string> faults = look.IsScanned && _hasScript ? [.. await Axe.BrokenRulesAsync(_session)] : [];
        string overflow = await AskAsync(() => Page.EvaluateAsync<string>(Overflowing));
        if (overflow.Length > 0)
        {
            faults.Add($"wider than the window: {overflow}");
        }

        string path = new Uri(Page.Url).AbsolutePath;
        return [.. faults.Select(fault => string.Create(CultureInfo.InvariantCulture, $"{path} in {look}: {fault}"))];
    }

    public async Task<byte[]> PictureAsync(bool isWhole = false) =>
        await Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = isWhole });

    /// <summary>What is wrong with the page in any look, and all that went wrong on the way to it.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var faults = new List<string>();
        foreach (Look look in Look.All)
        {
            faults.AddRange(await FaultsOfLookAsync(look));
        }

        await LookAsync(Look.Light);
        return [.. faults, .. Watch.Forgive()];
    }

    /// <summary>Makes the visitor somebody who has logged in elsewhere.</summary>
    public Task TakeSessionAsync(Uri address, string token) => _context.AddCookiesAsync(
        [new Cookie { Name = "__Host-strongroom", Value = token, Url = address.ToString(), Secure = true, HttpOnly = true }]);

    /// <summary>Gives the visitor an authenticator that holds passkeys and always says yes.</summary>
    public async Task TakeAuthenticatorAsync()
    {
        await _session.SendAsync("WebAuthn.enable");
        await _session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>Puts a finger on the page, draws it along and lifts it.</summary>
    public async Task SwipeAsync((float X, float Y) from, float x, float y)
    {
        const int Steps = 6;
        await _session.SendAsync("Emulation.setTouchEmulationEnabled", new Dictionary<string, object> { ["enabled"] = true });
        await TouchAsync("touchStart", [(from.X, from.Y)]);
        for (int i = 1; i <= Steps; i++)
        {
            await TouchAsync("touchMove", [(from.X + (x * i / Steps), from.Y + (y * i / Steps))]);
        }

        await TouchAsync("touchEnd", []);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private Task TouchAsync(string type, IEnumerable<(float X, float Y)> fingers) =>
        _session.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
        {
            ["type"] = type,
            ["touchPoints"] = fingers.Select(finger => new Dictionary<string, object>
            {
                ["x"] = finger.X,
                ["y"] = finger.Y,
            }).ToArray(),
        }).WaitAsync(Patience);

    /// <summary>Asks the page itself: the driver misses the event where it comes between two loads, and then waits in vain.</summary>
    private async Task WaitForWholePageAsync()
    {
        long begun = TimeProvider.System.GetTimestamp();
        while (await AskAsync(() => Page.EvaluateAsync<string>("document.readyState")) != "complete")
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"{Page.Url} did not load whole");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Asks the page once more where it has just given way to the next one, as pages do that load themselves.</summary>
    private static async Task<string> AskAsync(Func<Task<string>> ask)
    {
        long begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask().WaitAsync(Patience);
            }
            catch (PlaywrightException gone) when (
                gone.Message.Contains("context was destroyed", StringComparison.Ordinal)
                && TimeProvider.System.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    // Every load of a page has its own id.
    private async Task<string> LoadAsync() =>
        (await _session.SendAsync("Page.getFrameTree").WaitAsync(Patience))!.Value.GetProperty("frameTree").GetProperty("frame")
            .GetProperty("loaderId").GetString()!;
}
