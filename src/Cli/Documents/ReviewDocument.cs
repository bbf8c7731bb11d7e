using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Strongroom.Cli.Documents;

/// <summary>Lists the boxes of a document and decides about them.</summary>
internal static class ReviewDocument
{
    private const string Help = "a box's number, a kind such as us-ssn, or all; may be repeated.";

    public static Verb Declare()
    {
        Argument<string> id = DocumentLines.Id();
        var accept = new Option<string[]>("--accept") { Description = "Black out: " + Help, HelpName = "BOX" };
        var reject = new Option<string[]>("--reject") { Description = "Leave as it is: " + Help, HelpName = "BOX" };
        var undecide = new Option<string[]>("--undecide")
        {
            Description = "Take the decision back: " + Help,
            HelpName = "BOX",
        };
        return new Verb(
            "review", "Lists what was found, by place and never by value, and takes decisions.",
            "strongroom document review document-0198… --accept all --reject 3")
        {
            id,
            accept,
            reject,
            undecide,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand, parsed.GetRequiredValue(id),
            [
                .. Decisions("accept", parsed.GetValue(accept)), .. Decisions("reject", parsed.GetValue(reject)),
                .. Decisions("undecide", parsed.GetValue(undecide)),
            ],
            cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, string id, JsonArray decisions, CancellationToken cancellation)
    {
        string path = DocumentLines.Path(id) + "/boxes";
        JsonObject boxes = decisions.Count > 0
            ? await errand.Api.PatchAsync(path, new JsonObject { ["decisions"] = decisions }, cancellation)
            : await errand.Api.GetAsync(path, cancellation);
        errand.ShowList(
            boxes, ("box", "box"), ("decision", "decision"), ("kind", "kind"), ("place", "place"),
            ("likelihood", "likelihood"),
            ("label", "label"), ("reason", "reason"));
        return ExitCodes.Done;
    }

    private static IEnumerable<JsonNode?> Decisions(string decision, string[]? targets) =>
        (targets ?? []).Select(JsonNode? (target) => Decision(decision, target));

    private static JsonObject Decision(string decision, string target)
    {
        var rule = new JsonObject { ["decision"] = decision };
        if (int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out int box))
        {
            rule["box"] = box;
        }
        else if (target is "all")
        {
            rule["all"] = true;
        }
        else
        {
            rule["kind"] = target;
        }

        return rule;
    }
}
