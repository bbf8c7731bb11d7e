using System.CommandLine;

namespace Strongroom.Cli.Intake;

/// <summary>Shows one published form.</summary>
internal static class ShowForm
{
    public static Verb Declare()
    {
        Argument<string> slug = FormLines.Slug();
        return new Verb("show", "Shows a form: its address, its fields, what waits.", "strongroom intake show welcome")
        {
            slug,
        }.Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(slug), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string slug, CancellationToken cancellation)
    {
        FormLines.Show(errand, await errand.Api.GetAsync(FormLines.Path(slug), cancellation));
        return ExitCodes.Done;
    }
}
