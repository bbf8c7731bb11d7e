using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Intake;

/// <summary>What the verbs about public forms share.</summary>
internal static class FormLines
{
    public static Argument<string> Slug() => new("FORM")
    {
        Description = "The form's name, as it stands in its address.",
    };

    public static string Path(string slug) => "intake-forms/" + Uri.EscapeDataString(slug);

    public static void Show(Errand errand, JsonObject one) => errand.Show(
        one, "slug", ("form", one.Text("slug")), ("address", one.Text("url")), ("title", one.Text("title")),
        ("who asks", one.Text("asks")), ("kept for", one.Text("keptFor")),
        ("series", $"{one.Text("series")}, now {one.Text("compartment")}"),
        ("fields", string.Join(", ", (one["fields"] as JsonArray ?? []).Select(field => field.Text("kind")))),
        ("waiting", one.Text("waiting")), ("set aside", one.Text("setAside")),
        ("framed by", one.Text("embedOrigins") is { Length: > 0 } origins ? origins : "nobody"),
        ("version", one.Text("version")));
}
