using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Intake;

/// <summary>Says which sites may show a form in a frame, and prints what they put into their page.</summary>
internal static class EmbedForm
{
    public static Verb Declare()
    {
        Argument<string> slug = FormLines.Slug();
        var origins = new Option<string[]>("--origin")
        {
            Description = "A site that may show it, such as https://www.example.org; several times for several.",
            HelpName = "ORIGIN",
        };
        var nobody = new Option<bool>("--nobody") { Description = "No site may show it any more." };
        return new Verb(
            "embed", "Says which sites may show a form in a frame, and prints the HTML for them.",
            "strongroom intake embed welcome --origin https://www.example.org") { slug, origins, nobody }
            .Asks((parsed, errand, cancellation) => RunAsync(
                errand, parsed.GetRequiredValue(slug),
                parsed.GetValue(nobody) ? [] : parsed.GetValue(origins) is { Length: > 0 } given ? given : null, cancellation));
    }

    /// <param name="errand">The connection, and how the answer is read.</param>
    /// <param name="slug">The form's name.</param>
    /// <param name="origins">The sites from now on; null leaves them as they are.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<int> RunAsync(
        Errand errand, string slug, IReadOnlyList<string>? origins, CancellationToken cancellation)
    {
        JsonObject form = origins is null
            ? await errand.Api.GetAsync(FormLines.Path(slug), cancellation)
            : await errand.Api.PatchAsync(
                FormLines.Path(slug), new JsonObject { ["embedOrigins"] = JsonReading.Array(origins) }, cancellation);
        if (errand.IsJson)
        {
            FormLines.Show(errand, form);
        }
        else
        {
            Terminal.Print(form.Text("embed") is { Length: > 0 } html
                ? html
                : "no site may show this form in a frame; name one with --origin");
        }

        return ExitCodes.Done;
    }
}
