using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Serving;

/// <summary>Says which version this is.</summary>
internal static class ShowVersion
{
    public static Verb Declare()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        return new Verb("version", "Says which version this is.", "strongroom version --json") { json }
            .Does((parsed, _) => Task.FromResult(Run(parsed.GetValue(json))));
    }

    /// <summary>The version of this program.</summary>
    public static string Number =>
        typeof(ShowVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    private static int Run(bool isJson)
    {
        string runtime = RuntimeInformation.FrameworkDescription;
        Terminal.Print(isJson
            ? new JsonObject { ["version"] = Number, ["runtime"] = runtime }.Line()
            : $"strongroom {Number} ({runtime})");
        return ExitCodes.Done;
    }
}
