using System.Net.Http.Headers;
using System.Text;

namespace Strongroom.Server.Tests.Storage;

public sealed class JobEventTests
{
    [Fact]
    public async Task Events_tell_of_a_job_until_it_has_ended_and_a_plain_get_tells_the_end_again()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string job = await StartAsync(clinic, 2000);

        string events = await ReadAsync(clinic, job, clinic.Token, text => text.Contains("event: end", StringComparison.Ordinal));
        string again = await ReadAsync(clinic, job, clinic.Token, text => text.Contains("event: end", StringComparison.Ordinal));

        Assert.StartsWith("event: job\ndata: {\"id\":\"" + job, events, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"done\"", events, StringComparison.Ordinal);
        Assert.EndsWith("event: end\ndata: {}\n\n", events, StringComparison.Ordinal);
        Assert.Equal(2, again.Split("event: ").Length - 1); // the card as it is, and the end
    }

    [Fact]
    public async Task A_quiet_stream_beats_and_is_cut_after_two_minutes()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string job = await StartAsync(clinic, 1);
        await clinic.EndOfAsync(job);
        await WaitForeverAsync(clinic, job);

        string events = await ReadAsync(clinic, job, clinic.Token, _ => false);

        Assert.InRange(events.Split(": still here\n\n").Length - 1, 6, 8);
        Assert.DoesNotContain("event: end", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_of_others_are_not_there_and_nobody_watches_without_end()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string job = await StartAsync(clinic, 1);
        await clinic.EndOfAsync(job);
        await WaitForeverAsync(clinic, job);
        await clinic.StepUpAsync();
        Person other = await clinic.Server.AddPersonAsync(clinic.Token, "grace@example.org", "records-clerk");
        string token = await clinic.Server.LogInAsync(other);

        Answer notTheirs = await clinic.Server.SendAsync(HttpMethod.Get, $"jobs/{job}/events", null, token);
        Answer nobody = await clinic.Server.SendAsync(HttpMethod.Get, $"jobs/{job}/events");
        using var stop = new CancellationTokenSource();
        HttpResponseMessage[] watched = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => OpenAsync(clinic, job, clinic.Token, stop.Token)));
        Answer oneMore = await clinic.SendAsync(HttpMethod.Get, $"jobs/{job}/events");
        Array.ForEach(watched, response => response.Dispose());

        Assert.Equal((404, "not-found"), (notTheirs.Status, notTheirs.Code));
        Assert.Equal(401, nobody.Status);
        Assert.All(watched, response => Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType));
        Assert.Equal((429, "rate-limited"), (oneMore.Status, oneMore.Code));
    }

    [Fact]
    public async Task A_watched_job_does_not_hold_up_the_end_of_the_server()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string job = await StartAsync(clinic, 1);
        await clinic.EndOfAsync(job);
        await WaitForeverAsync(clinic, job);
        using HttpResponseMessage watched = await OpenAsync(
            clinic, job, clinic.Token, TestContext.Current.CancellationToken);
        long begun = TimeProvider.System.GetTimestamp();

        await clinic.RestartAsync();

        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    /// <summary>Makes the job one that waits for a turn that never comes: its row is put back behind the queue.</summary>
    private static Task WaitForeverAsync(Clinic clinic, string job)
    {
        new Whole.Stores(clinic.Server.Folder).Run("registry", $"UPDATE job SET state = 1 WHERE id = '{job}'");
        return Task.CompletedTask;
    }

    private static async Task<string> StartAsync(Clinic clinic, int rows)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("clinic"), "compartment" },
            {
                new StringContent("name\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"Pat Sample{i}\n"))),
                "file", "x.csv"
            },
        };
        return (await clinic.SendAsync(HttpMethod.Post, "imports", form)).Text("id");
    }

    private static Task<HttpResponseMessage> OpenAsync(
        Clinic clinic, string job, string token, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/jobs/{job}/events", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return clinic.Server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    /// <summary>Reads until the text says so or the stream ends; the clock runs meanwhile.</summary>
    private static async Task<string> ReadAsync(Clinic clinic, string job, string token, Func<string, bool> isEnough)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using HttpResponseMessage response = await OpenAsync(clinic, job, token, cancellation);
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
        var text = new StringBuilder();
        byte[] buffer = new byte[4096];
        Task<int> reading = stream.ReadAsync(buffer, cancellation).AsTask();
        while (!isEnough(text.ToString()))
        {
            if (await Task.WhenAny(reading, Task.Delay(10, cancellation)) != reading)
            {
                clinic.Server.Time.Advance(TimeSpan.FromMilliseconds(500)); // the server looks by its own clock
                continue;
            }

            int read = await reading;
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            reading = stream.ReadAsync(buffer, cancellation).AsTask();
        }

        return text.ToString();
    }
}
