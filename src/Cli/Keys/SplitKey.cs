using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Keys;

/// <summary>
/// Splits the unseal key: one key holder after the other sees a code, writes it down, types it back and acknowledges
/// the duties. Then the former key, its file and its sheet open nothing.
/// </summary>
internal static class SplitKey
{
    private const string ClearScreen = "\e[2J\e[3J\e[H";

    public static Verb Declare()
    {
        var needed = new Option<int>("--needed") { Description = "How many have to come together.", Required = true };
        var holder = new Option<string[]>("--holder")
        {
            Description = "A key holder's name; once for each, two to ten.",
            Required = true,
        };
        var keep = new Option<bool>("--keep-file")
        {
            Description = "Keeps the key in its file too, so that the server starts by itself.",
        };
        var codes = new Option<string?>("--codes-to")
        {
            Description = "For scripts: writes the codes into files of this folder instead of showing them.",
        };
        return new Verb("split", "Splits the unseal key among key holders. Asks for a step-up first.",
            "strongroom key split --needed 2 --holder Ada --holder Grace --holder Alan") { needed, holder, keep, codes }
            .Asks((parsed, errand, cancellation) => RunAsync(
                errand,
                new JsonObject
                {
                    ["needed"] = parsed.GetRequiredValue(needed),
                    ["holders"] = JsonReading.Array(parsed.GetRequiredValue(holder)),
                    ["keepsUnattended"] = parsed.GetValue(keep),
                },
                parsed.GetValue(codes), cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, JsonObject request, string? folder, CancellationToken cancellation)
    {
        if (folder is null && !Terminal.IsInteractive)
        {
            throw new StoppedException(
                ExitCodes.Usage, "codes are shown to people, and nobody is here", "add --codes-to FOLDER");
        }

        errand.Confirm("split the unseal key? What opens now will open nothing any more.");
        JsonObject begun = await errand.Api.PostAsync("keys/splits", request, cancellation);
        foreach (JsonNode? holder in (JsonArray)begun["holders"]!)
        {
            string number = holder.Text("number");
            JsonObject drawn = await errand.Api.PostAsync($"keys/splits/codes/{number}", null, cancellation);
            string typed = folder is null
                ? Hand(holder.Text("name"), drawn.Text("code"), begun.Text("duties"))
                : Keep(folder, number, drawn.Text("code"));
            await errand.Api.PostAsync(
                $"keys/splits/acknowledgements/{number}",
                new JsonObject
                {
                    ["code"] = typed,
                    ["dutiesSha256"] = begun.Text("dutiesSha256"),
                    ["accepted"] = true,
                },
                cancellation);
        }

        JsonObject split = await errand.Api.PostAsync("keys/splits/endings", null, cancellation);
        errand.Show(
            split, "generation", ("split", $"{split.Text("needed")} of {split.Text("parts")}"),
            ("generation", split.Text("generation")), ("starts by itself", split.Text("isUnattended")));
        return ExitCodes.Done;
    }

    /// <summary>Shows a code to its holder alone, and takes it back off the paper.</summary>
    private static string Hand(string name, string code, string duties)
    {
        Terminal.Ask($"{name}: come to the screen; the others look away. Press Enter");
        Terminal.Complain($"\nYour code:  {code}\n\nWrite it down.\n\n{duties}\n");
        Terminal.Ask("Press Enter once it is written down; the screen is cleared");
        Terminal.Complain(ClearScreen);
        if (Terminal.Ask("Do you acknowledge these duties? [y/N]").Trim() is not ("y" or "Y" or "yes"))
        {
            throw new StoppedException(ExitCodes.Failed, "the duties were not acknowledged", "nothing was changed");
        }

        return Terminal.AskSecret("Type the code, off the paper (it does not show)");
    }

    private static string Keep(string folder, string number, string code)
    {
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"key-holder-{number}"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, options);
        writer.WriteLine(code);
        return code;
    }
}
