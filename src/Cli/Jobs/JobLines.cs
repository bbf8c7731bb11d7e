using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Jobs;

/// <summary>What the verbs about jobs share.</summary>
internal static class JobLines
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    public static Argument<string> Id() => new("JOB") { Description = "The job's id." };

    public static string Path(string id) => "jobs/" + Uri.EscapeDataString(id);

    public static void Show(Errand errand, JsonObject job) => errand.Show(
        job, "id", ("id", job.Text("id")), ("kind", job.Text("kind")), ("state", job.Text("state")),
        ("done", $"{job.Text("done")} of {job.Text("total")}, {job.Text("failed")} failed"),
        ("outcome", job.Text("outcome")));

    /// <summary>Waits until a job has ended, and gives it as it is then.</summary>
    public static async Task<JsonObject> WaitAsync(Connection api, string id, CancellationToken cancellation)
    {
        while (true)
        {
            JsonObject job = await api.GetAsync(Path(id), cancellation);
            if (job.Text("state") is not ("waiting" or "running"))
            {
                return job;
            }

            Terminal.Note($"{job.Text("state")}: {job.Text("done")} of {job.Text("total")}");
            await Task.Delay(LookEvery, TimeProvider.System, cancellation);
        }
    }
}
