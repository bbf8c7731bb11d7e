using Strongroom.Server.People;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.People;

/// <summary>Which gates are open to a colleague, told to those who may know and to nobody else.</summary>
public sealed class GateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public async Task Every_shut_gate_is_named_at_once_and_the_look_is_in_the_log()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(new { email = "one@example.org" });
        await clinic.StepUpAsync();
        Person desk = await clinic.Server.AddPersonAsync(clinic.Token, "d@example.org", "front-desk");
        var visit = new PageVisit(clinic.Server, clinic.Token);

        Answer byCode = await visit.SubmitAsync(
            $"/staff/{desk.Id}/access", null, ("place", code), ("kind", "us-ssn"));
        Answer byName = await visit.SubmitAsync(
            $"/staff/{desk.Id}/access", null, ("place", "clinic"), ("kind", ""));

        Assert.Equal(200, byCode.Status);
        Assert.Equal(
            ["May log in open", "Assigned to the series shut", "Role allows it open", "Compartment is open open",
                "Screening holds shut", "Current agreement signed shut", "Role reveals this field shut",
                "Purpose given asked each time", "Fresh step-up asked each time"],
            Gates(byCode));
        Assert.DoesNotContain("Role reveals this field shut", Gates(byName));
        Answer log = await clinic.SendAsync(HttpMethod.Get, "log/entries?limit=2");
        Assert.Contains("\"act\":\"AccessExplained\"", log.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"act\":\"Revealed\"", log.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(code, log.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_colleague_and_a_closed_compartment_are_named()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        Person handler = await clinic.Server.AddPersonAsync(clinic.Token, "h@example.org", "case-handler");
        await clinic.Server.SendAsync(HttpMethod.Patch, $"staff/{handler.Id}",
            new { state = "suspended", series = (string[])["clinic"] }, clinic.Token, ("If-Match", "*"));
        await clinic.SendAsync(HttpMethod.Post, "compartments/clinic/closings");

        string[] gates = Gates(await new PageVisit(clinic.Server, clinic.Token).SubmitAsync(
            $"/staff/{handler.Id}/access", null, ("place", "clinic"), ("kind", "email")));

        Assert.Contains("May log in shut", gates);
        Assert.Contains("Assigned to the series open", gates);
        Assert.Contains("Compartment is open shut", gates);
    }

    [Theory]
    [InlineData("no-such-place", "", "place")]
    [InlineData("7Q4M-2KTD-9RWX-JV", "", "place")]
    [InlineData("clinic", "no-such-kind", "kind")]
    public async Task What_is_not_there_is_a_fault_of_the_form(string place, string kind, string field)
    {
        await using Clinic clinic = await Clinic.OpenAsync();

        Answer answer = await new PageVisit(clinic.Server, clinic.Token).SubmitAsync(
            $"/staff/{clinic.Owner.Id}/access", null, ("place", place), ("kind", kind));

        Assert.Equal(422, answer.Status);
        Assert.Contains($"href=\"#field-{field}\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_manage_staff_is_told_nothing_of_colleagues()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        Person auditor = await clinic.Server.AddPersonAsync(clinic.Token, "a@example.org", "auditor");
        var visit = new PageVisit(clinic.Server, await clinic.Server.LogInAsync(auditor));

        Assert.Equal(403, (await visit.GetAsync($"/staff/{clinic.Owner.Id}/access")).Status);
        Assert.Equal(403, (await visit.GetAsync("/staff")).Status);
    }

    [Fact]
    public async Task Only_who_is_assigned_hears_which_gate_is_shut()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(new { email = "one@example.org" });
        await clinic.StepUpAsync();
        string stranger = await clinic.WorkerAsync("s@example.org");
        string assigned = await clinic.WorkerAsync("h@example.org", "clinic");
        await clinic.SendAsync(HttpMethod.Post, "compartments/clinic/closings");

        Answer shut = await new PageVisit(clinic.Server, assigned).GetAsync($"/customers/{code}");
        Answer notYours = await new PageVisit(clinic.Server, stranger).GetAsync($"/customers/{code}");
        Answer notThere = await new PageVisit(clinic.Server, stranger).GetAsync("/customers/7Q4M-2KTD-9RWX-JV");

        Assert.Contains("This compartment is closed.", shut.Body, StringComparison.Ordinal);
        Assert.Equal((404, 404), (notYours.Status, notThere.Status));
        Assert.DoesNotContain("closed", notYours.Body, StringComparison.Ordinal);
        Assert.Equal(Sentence(notThere), Sentence(notYours));
    }

    [Theory]
    [InlineData(Permission.ViewCustomers, false, Permission.ViewCustomers, true)]
    [InlineData(Permission.ViewCustomers, false, Permission.LoggedIn, false)]
    [InlineData(Permission.ViewCustomers, true, Permission.LoggedIn, true)] // the first page
    [InlineData(Permission.ManageStaff, true, Permission.LoggedIn, false)]
    [InlineData(Permission.ManageStaff, false, Permission.ViewStaff, false)]
    [InlineData(Permission.ManageStaff, false, Permission.ViewCompartments, false)]
    [InlineData(Permission.ManageStaff, false, Permission.RevealFields, true)]
    public void Pages_stay_shut_for_newcomers_but_for_those_of_the_house(
        Permission granted, bool isHome, Permission required, bool isShut)
    {
        var newcomer = new Standing
        {
            Actor = Actor.Of(StaffId.New()),
            Permissions = new HashSet<Permission> { granted },
            Series = new HashSet<string>(),
        };
        Standing done = newcomer with { ScreenedUntil = Now.AddTicks(1), HasSignedCurrentAgreement = true };

        Assert.Equal(isShut, WaitingRule.Check(newcomer, required, isHome, Now) is not null);
        Assert.Null(WaitingRule.Check(done, required, isHome, Now));
        Assert.Equal(isShut, WaitingRule.Check(done, required, isHome, Now.AddTicks(1)) is not null); // just lapsed
    }

    private static string[] Gates(Answer page) =>
    [
        .. System.Text.RegularExpressions.Regex.Matches(
            page.Body, "<strong>([^<]+)</strong>\\s*<span class=\"badge [a-z]+\">([^<]+)</span>")
            .Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}"),
    ];

    private static string Sentence(Answer page) => page.Body.Split("<main")[1].Split("</main>")[0];
}
