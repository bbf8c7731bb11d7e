namespace Strongroom.Server.Tests.Storage;

public class JobStopTests
{
    [Fact]
    public async Task A_job_that_says_it_is_stopped_stays_so_and_goes_on_to_its_end_when_it_is_let()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        int stopped = 0;
        for (int round = 0; round < 25; round++)
        {
            string import = await StartAsync(clinic, round);
            await Task.Delay(round % 5, TestContext.Current.CancellationToken); // before it begins, and while it begins
            Answer told = await clinic.SendAsync(HttpMethod.Delete, $"jobs/{import}");
            string end = await clinic.EndOfAsync(import);
            await Task.Delay(20, TestContext.Current.CancellationToken);
            string later = (await clinic.SendAsync(HttpMethod.Get, $"jobs/{import}")).Text("state");

            Assert.Equal((204, end), (told.Status, later));
            if (end == "stopped")
            {
                stopped++;
                Answer retried = await clinic.SendAsync(HttpMethod.Post, $"jobs/{import}/retries");
                Assert.Equal((202, "done"), (retried.Status, await clinic.EndOfAsync(import)));
            }
        }

        Assert.NotEqual(0, stopped);
    }

    private static async Task<string> StartAsync(Clinic clinic, int round)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("clinic"), "compartment" },
            { new StringContent("false"), "hold" },
            {
                new StringContent("name,email\n" + string.Concat(
                    Enumerable.Range(0, 40).Select(i => $"Pat Sample,pat{round}.{i}@example.org\n"))), "file", "x.csv"
            },
        };
        return (await clinic.SendAsync(HttpMethod.Post, "imports", form)).Text("id");
    }
}
