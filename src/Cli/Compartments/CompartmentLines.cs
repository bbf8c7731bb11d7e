using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Compartments;

/// <summary>What the verbs about compartments share.</summary>
internal static class CompartmentLines
{
    public static Argument<string> Name() => new("NAME")
    {
        Description = "The compartment's name, such as clinic or clinic-2.",
    };

    public static string Path(string name) => "compartments/" + Uri.EscapeDataString(name);

    public static void Show(Errand errand, JsonObject one) => errand.Show(
        one, "name", ("name", one.Text("name")), ("series", one.Text("series")),
        ("customers", $"{one.Text("customers")} of {one.Text("cap")}"),
        ("closed", one.Text("isClosed")), ("id", one.Text("id")));
}
