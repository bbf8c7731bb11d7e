using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Strongroom.Browser.Tests.Chrome))]

namespace Strongroom.Browser.Tests;

/// <summary>One Chromium for all tests; each visitor has cookies and passkeys of its own.</summary>
public sealed class Chrome : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    // It is root in a container, on a machine without graphics, and talks to nobody but our server.
    private static readonly string[] Options =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-domain-reliability",
        "--no-default-browser-check", "--hide-scrollbars", "--font-render-hinting=none",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Outputs.Listen(); // before any server takes the console
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Program, Headless = true, Args = Options });
    }

    /// <summary>A visitor who has never been here.</summary>
    /// <param name="address">Where paths begin.</param>
    /// <param name="hasScript">Whether the browser runs script.</param>
    public async Task<Visitor> VisitAsync(Uri address, bool hasScript = true)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            IgnoreHTTPSErrors = true, // the authority was made a moment ago
            JavaScriptEnabled = hasScript,
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "UTC",
            ViewportSize = new ViewportSize { Width = Look.Light.Width, Height = Look.Height },
        });
        context.SetDefaultTimeout(10_000);
        return await Visitor.ArriveAsync(context, hasScript);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
