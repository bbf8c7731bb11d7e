using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Jobs;

namespace Strongroom.Cli.Imports;

/// <summary>Sends a CSV file and waits for what becomes of it.</summary>
internal static class SendImport
{
    /// <summary>Sends the file. The server reads the form as it comes, so the file is its last part.</summary>
    /// <returns>The import: the job, and its report.</returns>
    public static async Task<JsonObject> RunAsync(
        Connection api, string compartment, string file, bool isDryRun, JsonObject? mapping,
        CancellationToken cancellation)
    {
        await using FileStream stream = File.OpenRead(file);
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(compartment), "compartment");
        if (mapping is not null)
        {
            form.Add(new StringContent(mapping.ToJsonString()), "mapping");
        }

        form.Add(new StringContent(isDryRun ? "true" : "false"), "dryRun");

        // The file's own name may tell something; it stays here.
        form.Add(new StreamContent(stream) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, "file",
            "import.csv");
        JsonObject job = await api.SendAsync(HttpMethod.Post, "imports", form, cancellation);
        string id = job.Text("id");
        await JobLines.WaitAsync(api, id, cancellation);
        return await api.GetAsync("imports/" + id, cancellation);
    }
}
