using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Strongroom.Server.Intake.Listener;

namespace Strongroom.Server.Tests.Intake;

/// <summary>Whoever is not a browser with a form: a clear no, nothing kept, and the listener goes on.</summary>
public sealed class HostileClientTests
{
    [Theory]
    [InlineData("")]
    [InlineData("full-name")]
    [InlineData("=x")]
    [InlineData("full-name=%")]
    [InlineData("full-name=%4")]
    [InlineData("full-name=%zz")]
    [InlineData("full-name=%ff%fe")]
    [InlineData("full-name=%ed%a0%80")]
    [InlineData("full-name=a&full-name=b")]
    [InlineData("full-name=Grace&token=")]
    [InlineData("full-name=Grace&token=AAAA")]
    [InlineData("full-name=Grace&token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("full-name=Grace&token=%F0%9F%A7%BF%F0%9F%A7%BF%F0%9F%A7%BF%F0%9F%A7%BF%F0%9F%A7%BF%F0%9F%A7%BF%F0%9F%A7%BF")]
    public async Task What_no_form_sends_is_refused(string body)
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();

        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        PublicAnswer answer = await desk.Site.PostAsync(IntakeDesk.Slug, content);

        Assert.Equal(400, answer.Status);
        Assert.Contains("did not come from the form", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", answer.Html, StringComparison.Ordinal);
        Assert.Empty(await desk.WaitingAsync());
        Assert.Equal(200, (await desk.Site.GetAsync("/f/welcome")).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16")]
    [InlineData("not a type")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? type)
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();

        Dictionary<string, string> fields = await desk.Site.OpenAsync(IntakeDesk.Slug);
        fields["full-name"] = "Grace Example";
        using var content = new FormUrlEncodedContent(fields);
        content.Headers.ContentType = null;
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        Assert.Equal(400, (await desk.Site.PostAsync(IntakeDesk.Slug, content)).Status);
        Assert.Empty(await desk.WaitingAsync());
    }

    [Fact]
    public async Task Too_large_too_many_and_too_long_are_refused_and_the_listener_goes_on()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        Dictionary<string, string> fields = await desk.Site.OpenAsync(IntakeDesk.Slug);
        fields["full-name"] = "Grace Example";

        PublicAnswer large = await desk.Site.PostAsync(
            IntakeDesk.Slug, new Dictionary<string, string>(fields) { ["note"] = new string('x', 300_000) });
        PublicAnswer many = await desk.Site.PostAsync(IntakeDesk.Slug, fields.Concat(Enumerable.Range(0, 10_000).Select(
            i => KeyValuePair.Create(i.ToString("x", CultureInfo.InvariantCulture), ""))).ToDictionary());
        PublicAnswer tooLong = await desk.Site.PostAsync(
            IntakeDesk.Slug, new Dictionary<string, string>(fields) { ["note"] = new string('x', 8001) });
        PublicAnswer part = await desk.Site.PostAsync(
            IntakeDesk.Slug,
            new Dictionary<string, string>(fields) { ["postal-address.line1"] = new string('x', 201), ["postal-address.city"] = "y" });
        PublicAnswer longest = await desk.Site.PostAsync(
            IntakeDesk.Slug, new Dictionary<string, string>(fields) { ["note"] = new string('ł', 8000) });

        Assert.Equal(413, large.Status);
        Assert.Equal(400, many.Status);
        Assert.Equal(422, tooLong.Status);
        Assert.Equal(422, part.Status);
        Assert.Contains("longer than 200 characters", part.Html, StringComparison.Ordinal);
        Assert.True(longest.IsReceipt, longest.Html[..Math.Min(500, longest.Html.Length)]);
        await desk.TakenAsync();
        Assert.Equal(8000, (await desk.RevealAsync(longest.Code, "note")).Length);
    }

    [Fact]
    public async Task The_public_port_has_three_routes_and_the_staff_port_has_no_form()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();

        foreach (string path in (string[])
            [
                "/", "/log-in", "/setup", "/customers", "/api/v1/me", "/api/v1/setup", "/api/v1/intake-forms", "/health/live",
                "/livez", "/f", "/f/", "/f/nothing", "/f/WELCOME", "/f/welcome/x", "/_blazor", "/_framework/blazor.web.js",
                "/assets/x/y", "/f/..%2f..%2fkeyring", "/f/%00",
            ])
        {
            Assert.True((await desk.Site.GetAsync(path)).Status is 404 or 400, path);
        }

        PublicHost host = desk.Clinic.Server.Services.GetRequiredService<PublicHost>();
        string[] routes = [.. host.Services!.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.DisplayName!).Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["HTTP: GET /assets/{fingerprint}/{name}", "HTTP: GET /f/{slug}", "HTTP: POST /f/{slug}"], routes);
        Assert.Equal(404, (await desk.Clinic.Server.SendAsync(HttpMethod.Get, "/f/welcome")).Status);
        Assert.Equal(404, (await desk.Clinic.Server.SendAsync(HttpMethod.Post, "/f/welcome")).Status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_refused(string method)
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();

        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/f/welcome", UriKind.Relative));
        using HttpResponseMessage response = await desk.Site.Http.SendAsync(
            request, TestContext.Current.CancellationToken);

        Assert.Equal(405, (int)response.StatusCode);
    }

    [Fact]
    public async Task Who_sends_too_often_waits_and_nothing_of_it_is_kept()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync("--Intake:SendsPerMinute=3");
        var answers = new List<PublicAnswer>();
        for (int i = 0; i < 5; i++)
        {
            answers.Add(await desk.SendAsync(("full-name", $"Grace Example {i}")));
        }

        Assert.Equal([200, 200, 200, 429, 429], answers.Select(answer => answer.Status));
        Assert.Equal("60", answers[^1].Headers["Retry-After"]);
        Assert.Contains("Wait a minute", answers[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_fill_the_disk()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync("--Intake:MostWaiting=2");
        Assert.Equal(200, (await desk.CloseAsync()).Status);
        Assert.True((await desk.SendAsync(("full-name", "Grace Example 1"))).IsReceipt);
        Assert.True((await desk.SendAsync(("full-name", "Grace Example 2"))).IsReceipt);

        PublicAnswer third = await desk.SendAsync(("full-name", "Grace Example 3"));

        Assert.Equal(503, third.Status);
        Assert.Contains("value=\"Grace Example 3\"", third.Html, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.WaitingAsync()).Length);
    }
}
