using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Intake;

/// <summary>Publishes a form, or its next version; takes one back with <c>--remove</c>.</summary>
internal static class PublishForm
{
    public static Verb Declare()
    {
        Argument<string> slug = FormLines.Slug();
        var file = new Option<string?>("--from-file")
        {
            Description = "JSON: series, title, keptFor, fields with kind, why and isRequired; - for standard input.",
            HelpName = "FILE",
        };
        var remove = new Option<bool>("--remove") { Description = "Take the form back instead." };
        return new Verb(
            "publish", "Publishes a form, or its next version, to the public.",
            "strongroom intake publish welcome --from-file form.json --yes") { slug, file, remove }
            .Asks((parsed, errand, cancellation) => RunAsync(
                errand, parsed.GetRequiredValue(slug), parsed.GetValue(remove) ? null : parsed.GetValue(file) ?? "-",
                cancellation));
    }

    /// <param name="errand">The connection, and how the answer is read.</param>
    /// <param name="slug">The form's name.</param>
    /// <param name="file">What to publish; null takes it back.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<int> RunAsync(
        Errand errand, string slug, string? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            errand.Confirm("take this form back? Nobody can send it from then on");
            await errand.Api.DeleteAsync(FormLines.Path(slug), cancellation);
            errand.Done(slug, $"the form {slug} is taken back");
            return ExitCodes.Done;
        }

        JsonObject form = await JsonReading.ReadFileAsync(file, cancellation);
        form["slug"] = slug;
        errand.Confirm("publish this form? Anybody who reaches its address can fill it in");
        FormLines.Show(errand, await errand.Api.PostAsync("intake-forms", form, cancellation));
        return ExitCodes.Done;
    }
}
