using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Tests.Intake;

/// <summary>The staff's pages: a form is written, published, framed and taken back without a script.</summary>
public sealed partial class IntakePagesTests
{
    [Fact]
    public async Task A_form_is_written_published_framed_and_taken_back_on_the_pages()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        var pages = new StaffPages(desk);

        string list = await pages.GetAsync("/intake-forms");
        Assert.Contains("Become a customer", list, StringComparison.Ordinal);
        string refused = await pages.PostAsync("/intake-forms/new", 422, ("slug", "Bad Slug"), ("title", "Kept title"),
            ("series", "clinic"), ("keptFor", "ten years"), ("ask.email", "on"), ("why.email", ""));
        Assert.Contains("2 things to correct", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"Kept title\"", refused, StringComparison.Ordinal);

        string made = await pages.PostAsync("/intake-forms/new", 303, ("slug", "contact"), ("title", "Contact us"),
            ("series", "clinic"), ("keptFor", "One year"), ("ask.email", "on"), ("why.email", "To answer"), ("need.email", "on"));
        Assert.Equal("/intake-forms/contact?done=published", made);
        Assert.Equal(200, (await desk.Site.GetAsync("/f/contact")).Status);
        Assert.Contains("value=\"To answer\"", await pages.GetAsync("/intake-forms/new?form=contact"), StringComparison.Ordinal);

        const string Embedding = "/intake-forms/contact/embedding";
        Assert.Equal("/intake-forms/contact?done=embedding", await pages.PostAsync(
            Embedding, 303, "/intake-forms/contact", ("embedOrigins", "https://www.example.org\nhttps://a.example")));
        Assert.Contains("&lt;iframe src=", await pages.GetAsync("/intake-forms/contact"), StringComparison.Ordinal);
        Assert.Contains("Name up to 20 sites", await pages.PostAsync(
            Embedding, 422, "/intake-forms/contact", ("embedOrigins", "*")), StringComparison.Ordinal);

        Assert.Equal("/intake-forms?done=removed", await pages.PostAsync(
            "/intake-forms/contact/removals", 303, "/intake-forms/contact"));
        Assert.Equal(404, (await desk.Site.GetAsync("/f/contact")).Status);
    }

    [Fact]
    public async Task Without_a_fresh_step_up_the_editor_is_not_even_shown()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        var pages = new StaffPages(desk);
        desk.Clinic.Server.Time.Advance(TimeSpan.FromMinutes(6));

        using HttpResponseMessage answer = await pages.SendAsync(HttpMethod.Get, "/intake-forms/new", null);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/step-up?back=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A browser without script, logged in as the owner.</summary>
    private sealed partial class StaffPages(IntakeDesk desk)
    {
        private readonly Dictionary<string, string> _cookies =
            new(StringComparer.Ordinal) { ["__Host-strongroom"] = desk.Clinic.Token };

        public async Task<string> GetAsync(string path)
        {
            using HttpResponseMessage answer = await SendAsync(HttpMethod.Get, path, null);
            string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, html);
            Assert.DoesNotContain("style=\"", html, StringComparison.Ordinal);
            return html;
        }

        public Task<string> PostAsync(string path, int status, params (string Name, string Value)[] typed) =>
            PostAsync(path, status, path, typed);

        /// <summary>Opens the page with the form, fills it in and sends it; gives the answer, or where it leads.</summary>
        public async Task<string> PostAsync(
            string path, int status, string from, params (string Name, string Value)[] typed)
        {
            string html = await GetAsync(from);
            string form = html[html.IndexOf($"action=\"{path}\"", StringComparison.Ordinal)..];
            var fields = Hiddens().Matches(form).Take(2).Select(match => (
                Name: match.Groups[1].Value, Value: WebUtility.HtmlDecode(match.Groups[2].Value))).Concat(typed);
            using var content = new FormUrlEncodedContent(fields.Select(
                field => KeyValuePair.Create(field.Name, field.Value)));
            using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, path, content);
            string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode == status, $"{answer.StatusCode} {text}");
            return answer.Headers.Location?.ToString() ?? text;
        }

        public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(pair => $"{pair.Key}={pair.Value}")));
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            request.Headers.Add("Accept", "text/html");
            HttpResponseMessage answer = await desk.Clinic.Server.Http.SendAsync(
                request, TestContext.Current.CancellationToken);
            foreach (string cookie in answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set) ? set : [])
            {
                string[] pair = cookie.Split(';')[0].Split('=', 2);
                _cookies[pair[0]] = pair[1];
            }

            return answer;
        }

        [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
        private static partial Regex Hiddens();
    }
}
