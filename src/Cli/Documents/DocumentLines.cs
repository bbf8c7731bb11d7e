using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Documents;

/// <summary>What the verbs about documents share.</summary>
internal static class DocumentLines
{
    private const string Proved = "proved";

    public static Argument<string> Id() => new("DOCUMENT") { Description = "The document's id." };

    public static Option<string?> Copy() => new("--copy")
    {
        Description = "The redacted copy's id; the newest proved one without it.",
        HelpName = "ID",
    };

    public static string Path(string id) => "documents/" + Uri.EscapeDataString(id);

    public static void Show(Errand errand, JsonObject document) => errand.Show(
        document, "id",
        ("id", document.Text("id")),
        ("state", document.Text("state")),
        ("problem", document["problem"].Text("sentence")),
        ("compartment", document.Text("compartment")),
        ("customer", document.Text("customer")),
        ("kind", document.Text("kind")),
        ("boxes", document.Text("counts")),
        ("copies", string.Join(", ", Copies(document).Select(copy => $"{copy.Text("id")} {copy.Text("state")}"))),
        ("filed", document.Text("filedAt")));

    /// <summary>The copy that is named, or else the newest proved one.</summary>
    /// <exception cref="StoppedException">No copy is proved yet.</exception>
    public static async Task<string> CopyIdAsync(
        Connection api, string id, string? copy, CancellationToken cancellation)
    {
        if (copy is not null)
        {
            return Uri.EscapeDataString(copy);
        }

        JsonObject document = await api.GetAsync(Path(id), cancellation);
        JsonNode? newest = Copies(document).LastOrDefault(one => one.Text("state") == Proved);
        return newest is null
            ? throw new StoppedException(
                ExitCodes.NotFound, "no proved copy of this document is there", "strongroom document apply")
            : newest.Text("id");
    }

    public static bool IsProved(JsonNode? copy) => copy.Text("state") == Proved;

    public static IEnumerable<JsonNode?> Copies(JsonObject document) => document["copies"] as JsonArray ?? [];

    /// <summary>Writes a download into a file, or to standard output for <c>-</c>.</summary>
    public static async Task WriteAsync(string file, byte[] bytes, CancellationToken cancellation)
    {
        if (file is "-")
        {
            await using Stream output = Terminal.OpenOutput();
            await output.WriteAsync(bytes, cancellation);
        }
        else
        {
            await File.WriteAllBytesAsync(file, bytes, cancellation);
        }
    }
}
