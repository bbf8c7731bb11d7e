namespace Strongroom.Server.Tests.Storage;

public sealed class JobPageTests
{
    [Fact]
    public async Task Jobs_show_what_they_are_and_one_that_failed_can_be_tried_again()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);
        Answer empty = await visit.GetAsync("/jobs");
        string job = (await clinic.ImportAsync("shoe size\n42\n")).GetProperty("job").GetProperty("id").GetString()!;

        Answer list = await visit.GetAsync("/jobs");
        Answer one = await visit.GetAsync("/jobs/" + job);
        Answer retry = await visit.SubmitAsync($"/jobs/{job}/retry", "/jobs/" + job);
        await clinic.EndOfAsync(job);
        Answer stop = await visit.SubmitAsync($"/jobs/{job}/stop", "/jobs/" + job);
        Answer back = await visit.GetAsync($"/jobs/{job}/stop");

        Assert.Contains("No jobs yet", empty.Body, StringComparison.Ordinal);
        Assert.Contains("Import of customers", list.Body, StringComparison.Ordinal);
        Assert.Contains("No column of the file has a place", one.Body, StringComparison.Ordinal);
        Assert.Equal((303, 303), (retry.Status, stop.Status)); // what has ended is not stopped again, and that is no fault
        Assert.Equal((303, "/jobs/" + job), (back.Status, back.Headers["Location"]));
    }

    [Fact]
    public async Task Jobs_of_others_are_not_there()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string job = (await clinic.ImportAsync("name\nAda Example\n")).GetProperty("job").GetProperty("id").GetString()!;
        await clinic.StepUpAsync();
        var visit = new PageVisit(clinic.Server, await clinic.WorkerAsync("grace@example.org"));

        Answer list = await visit.GetAsync("/jobs");
        Answer one = await visit.GetAsync("/jobs/" + job);
        Answer stop = await visit.SubmitAsync($"/jobs/{job}/stop", "/jobs");

        Assert.DoesNotContain(job, list.Body, StringComparison.Ordinal);
        Assert.Equal((404, 404), (one.Status, stop.Status));
    }
}
