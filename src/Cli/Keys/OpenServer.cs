using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Sealing;

namespace Strongroom.Cli.Keys;

/// <summary>Presents a share to the server, by code or off its sheet; enough of them open it.</summary>
internal static class OpenServer
{
    private const int RecoveryLines = RecoverySheet.LineCount;

    public static Verb Declare()
    {
        var holder = new Option<int?>("--holder") { Description = "The key holder's number; asks for the code." };
        var sheet = new Option<bool>("--sheet") { Description = "Asks for the lines of the share's sheet instead." };
        var recovery = new Option<bool>("--recovery-sheet")
        {
            Description = "Asks for the four lines of the recovery sheet, where the key is not split.",
        };
        return new Verb("open", "Presents a share of the unseal key; with enough of them the server opens.",
            "strongroom key open --holder 2") { holder, sheet, recovery }
            .Asks((parsed, errand, cancellation) => RunAsync(
                errand, Request(parsed.GetValue(holder), parsed.GetValue(sheet), parsed.GetValue(recovery)),
                cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, JsonObject request, CancellationToken cancellation)
    {
        JsonObject state = await errand.Api.PostAsync("keys/opening/shares", request, cancellation);
        string presented = ((JsonArray)state["presented"]!).Count.ToString(CultureInfo.InvariantCulture);
        errand.Show(
            state, "state", ("state", state.Text("state")), ("shares here", $"{presented} of {state.Text("needed")}"));
        return ExitCodes.Done;
    }

    private static JsonObject Request(int? holder, bool isSheet, bool isRecoverySheet)
    {
        if (isSheet || isRecoverySheet)
        {
            int count = isSheet ? ShareSheet.LineCount : RecoveryLines;
            return new JsonObject
            {
                ["lines"] = JsonReading.Array(Enumerable.Range(1, count).Select(
                    line => Terminal.AskSecret($"line {line} of {count} (it does not show)"))),
            };
        }

        return holder is { } number
            ? new JsonObject { ["number"] = number, ["code"] = Terminal.AskSecret("numbered code (it does not show)") }
            : throw new StoppedException(
                ExitCodes.Usage, "whose share is it?", "add --holder NUMBER, or --sheet, or --recovery-sheet");
    }
}
