using System.Net.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Strongroom.Server.Tests;

namespace Strongroom.Browser.Tests;

/// <summary>
/// Every page of the route table, found there and not in a list of its own: a page that nobody can visit fails.
/// </summary>
public sealed class CrawlTests(Chrome chrome, Practice practice) : IClassFixture<Practice>
{
    /// <summary>Pages that one comes to only by going a way, with the test that goes it and looks.</summary>
    private static readonly IReadOnlyDictionary<string, string> SeenOnTheWay = new Dictionary<string, string>
    {
        ["/setup/business"] = nameof(SetupJourneyTests),
        ["/setup/address"] = nameof(SetupJourneyTests),
        ["/setup/you"] = nameof(SetupJourneyTests),
        ["/setup/authenticator"] = nameof(SetupJourneyTests),
        ["/setup/recovery-codes"] = nameof(SetupJourneyTests),
        ["/setup/recovery-kit"] = nameof(SetupJourneyTests),
        ["/setup/compartment"] = nameof(SetupJourneyTests),
        ["/setup/passkeys"] = nameof(SetupJourneyTests),
        ["/customers/{code}/certificate"] = nameof(KeyPagesTests),
        ["/account/passkeys/{id}"] = nameof(EntryJourneyTests),
        ["/agreement/receipts/{receipt:long}"] = nameof(EntryJourneyTests),
        ["/imports/{id}/columns"] = nameof(ImportJourneyTests),
        ["/imports/{id}/check"] = nameof(ImportJourneyTests),
    };

    /// <summary>
    /// Pages that no test has looked at yet: they need an invitation, a key or a published form, and come with the
    /// journeys that make one.
    /// </summary>
    private static readonly IReadOnlySet<string> NotLookedAtYet = new HashSet<string>
    {
        "/join/{id}", "/service-accounts/{id}/end", "/service-accounts/{id}/key", "/intake-forms/{slug}",
    };

    /// <summary>Where a form is posted to and nothing is shown: GET leads to the page that the form stands on.</summary>
    private static readonly IReadOnlySet<string> LeadingBack = new HashSet<string>
    {
        "/customers/lookups", "/customers/{code}/restorations", "/compartments/{name}/opening", "/imports/{id}/discard",
        "/recipients/{id}/resolutions", "/imports/{id}/go-on", "/imports/{id}/stop", "/jobs/{id}/retry", "/jobs/{id}/stop",
        "/documents/{id}/stop", "/documents/{id}/readings", "/documents/{id}/copies", "/documents/{id}/destruction",
        "/documents/{id}/filings",
    };

    [Fact]
    public async Task Every_page_is_sound_in_every_look()
    {
        var place = Place.Free();
        await using RunningServer unclaimed = await RunningServer.StartAsync(place.Settings);
        Visitor[] visitors =
        [
            await practice.VisitAsync(chrome, practice.Owner), await practice.VisitAsync(chrome, practice.Newcomer),
            await chrome.VisitAsync(practice.Address), await chrome.VisitAsync(place.Address),
        ];

        var faults = new List<string>();
        foreach (RoutePattern route in PagePaths.Of(practice.Server.Services))
        {
            if (!SeenOnTheWay.ContainsKey(route.RawText!) && !NotLookedAtYet.Contains(route.RawText!))
            {
                faults.AddRange(await FaultsOfAsync(route, visitors));
            }
        }

        Sound.Expect(faults.Concat(Practice.LeftBehind(visitors.SelectMany(visitor => visitor.Watch.Traces))));
        foreach (Visitor visitor in visitors)
        {
            await visitor.DisposeAsync();
        }
    }

    /// <summary>Without a browser, which has looked at the same pages as the owner: roles differ in what is refused.</summary>
    [Fact]
    public async Task In_every_role_every_page_answers_soundly()
    {
        var faults = new List<string>();
        foreach ((string role, Person person) in practice.People)
        {
            string token = await practice.Server.LogInSteppedUpAsync(person);
            foreach (RoutePattern route in PagePaths.Of(practice.Server.Services))
            {
                if (PagePaths.Fill(route, practice.Places) is not { } path)
                {
                    continue;
                }

                Answer answer = await practice.Server.SendAsync(HttpMethod.Get, path, null, token);
                if (answer.Status >= 500 || answer.Body.Length == 0 && answer.Status is not 303)
                {
                    faults.Add($"{role} at {path}: {answer.Status}");
                }

                faults.AddRange(Practice.LeftBehind(answer.Headers.Values).Select(left => $"{role} at {path}: {left}"));
            }
        }

        Sound.Expect(faults);
    }

    [Theory]
    [InlineData("/nowhere", 404)]
    [InlineData("/customers/0000-0000-0000-00", 404)]
    [InlineData("/staff/nobody", 404)]
    public async Task A_page_that_is_not_there_is_a_sound_page(string path, int status)
    {
        await using Visitor visitor = await practice.VisitAsync(chrome, practice.Owner);

        Assert.Equal(status, await visitor.GoAsync(path));

        Sound.Expect(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task No_framework_talks_behind_the_pages()
    {
        foreach (string path in new[] { "/_blazor", "/_blazor/negotiate", "/_framework/blazor.web.js" })
        {
            Assert.Equal(404, (await practice.Server.SendAsync(HttpMethod.Get, path)).Status);
        }
    }

    private async Task<IEnumerable<string>> FaultsOfAsync(
        RoutePattern route, Visitor[] visitors)
    {
        if (PagePaths.Fill(route, practice.Places) is not { } path)
        {
            return [$"{route.RawText}: nobody has said in Practice.Places what stands for its parts"];
        }

        foreach (Visitor visitor in visitors)
        {
            if (await FoundAsync(route.RawText!, path, visitor) is { } faults)
            {
                return faults;
            }
        }

        return [$"{route.RawText}: nobody could see {path}"];
    }

    // Null where this visitor does not get to see the page.
    private static async Task<IEnumerable<string>?> FoundAsync(string route, string path, Visitor visitor)
    {
        int status = await visitor.GoAsync(path);
        if (status == Visitor.Download)
        {
            return [];
        }

        string here = new Uri(visitor.Page.Url).AbsolutePath;
        if (LeadingBack.Contains(route))
        {
            return status == 200 && path.StartsWith(here, StringComparison.Ordinal) ? []
                : [$"{path} leads to {here}: {status}"];
        }

        return status == 200 && here == path ? await visitor.FaultsAsync() : null;
    }
}
