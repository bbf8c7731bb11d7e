using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Recipients;

/// <summary>Says which customer a recipient means by a code.</summary>
internal static class ResolveCode
{
    public static Verb Declare()
    {
        Argument<string> id = RecipientLines.Id();
        var code = new Argument<string>("CODE") { Description = "The code that the recipient has sent." };
        return new Verb("resolve", "Says which customer a recipient means by a code; the log says that you asked.",
            "strongroom recipient resolve recipient-0198… R-7Q4M-2KTD-9RWX-KS") { id, code }
            .Asks((parsed, errand, cancellation) => RunAsync(
                errand, parsed.GetRequiredValue(id), parsed.GetRequiredValue(code), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string id, string code, CancellationToken cancellation)
    {
        JsonObject found = await errand.Api.PostAsync(
            RecipientLines.Path(id) + "/resolutions", new JsonObject { ["recipientCode"] = code }, cancellation);
        errand.Show(
            found, "code", ("code", found.Text("code")), ("compartment", found.Text("compartment")));
        return ExitCodes.Done;
    }
}
