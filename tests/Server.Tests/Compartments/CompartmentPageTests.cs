using System.Text.RegularExpressions;

namespace Strongroom.Server.Tests.Compartments;

public sealed partial class CompartmentPageTests
{
    [Fact]
    public async Task A_series_is_begun_closed_and_opened_and_says_before_what_that_means()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);

        Answer made = await visit.SubmitAsync("/compartments", null, [("name", "accounts"), ("cap", "3")]);
        Answer list = await visit.GetAsync("/compartments");
        Answer asked = await visit.GetAsync("/compartments/accounts/closing");
        Answer closed = await visit.SubmitAsync("/compartments/accounts/closing", null);
        Answer one = await visit.GetAsync("/compartments/accounts");
        Answer already = await visit.GetAsync("/compartments/accounts/closing");
        Answer opened = await visit.SubmitAsync("/compartments/accounts/opening", null);

        Assert.Equal((303, "/compartments/accounts"), (made.Status, made.Headers["Location"]));
        Assert.Contains("The next one, accounts-2, opens by itself at 3.", list.Body, StringComparison.Ordinal);
        Assert.Contains("The next one, clinic-2, opens by itself at 499.", list.Body, StringComparison.Ordinal);
        Assert.Contains("Nobody can find, see or add customers", asked.Body, StringComparison.Ordinal);
        Assert.Equal((303, 303, 303), (closed.Status, already.Status, opened.Status));
        Assert.Contains("It is closed, so its key is not in memory.", one.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Clinic", "", "field-name")]
    [InlineData("clinic", "", "field-name")] // there is one already
    [InlineData("accounts", "many", "field-cap")]
    [InlineData("accounts", "0x10", "field-cap")]
    public async Task What_does_not_fit_comes_back_as_it_was_typed(string name, string cap, string fault)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);

        Answer answer = await visit.SubmitAsync("/compartments", null, [("name", name), ("cap", cap)]);

        Assert.Equal(422, answer.Status);
        Assert.Contains($"href=\"#{fault}\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains($"value=\"{name}\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_drawing_and_the_table_say_the_same_numbers()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Compartments:Cap=2");
        for (int i = 0; i < 3; i++)
        {
            await clinic.RegisterAsync(new { email = $"ada{i}@example.org" });
        }

        var visit = new PageVisit(clinic.Server, clinic.Token);
        Answer page = await visit.GetAsync("/compartments/clinic");

        Assert.Equal(
            ["0", "0", "2", "0", "2", "1", "2", "1"], // files, with its key, the running server, the machine
            Cells().Matches(page.Body).Select(match => match.Groups["number"].Value).Take(8));
        Assert.Equal(
            ["0 of 3", "2 of 3", "3 of 3", "3 of 3"],
            Labels().Matches(page.Body).Select(match => match.Groups["numbers"].Value));
        Assert.DoesNotMatch("style=|onclick", page.Body);
    }

    [Fact]
    public async Task Whoever_may_not_manage_sees_no_way_to_and_is_refused()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        var visit = new PageVisit(clinic.Server, await clinic.WorkerAsync("grace@example.org"));

        Answer list = await visit.GetAsync("/compartments");
        Answer one = await visit.GetAsync("/compartments/clinic");
        Answer closing = await visit.SubmitAsync("/compartments/clinic/closing", "/compartments");

        Assert.Contains("No compartment for you yet", list.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Begin a series", list.Body, StringComparison.Ordinal);
        Assert.Equal((404, 403), (one.Status, closing.Status));
    }

    [GeneratedRegex("""<td class="number">(?<number>[0-9,]+)</td>""")]
    private static partial Regex Cells();

    [GeneratedRegex("""aria-label="[^"]*: (?<numbers>[0-9]+ of [0-9]+) customers readable""")]
    private static partial Regex Labels();
}
