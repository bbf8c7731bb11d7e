using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Demo;

/// <summary>The public form of the demo.</summary>
internal static class DemoForm
{
    private const int Tries = 100;
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(50);

    /// <summary>Publishes it and waits until it is shown.</summary>
    /// <returns>Its address.</returns>
    public static async Task<string> PublishAsync(
        Connection owner, string certificateFile, TimeProvider time, CancellationToken cancellation)
    {
        JsonObject form = await owner.PostAsync("intake-forms", Form(), cancellation);
        var address = new Uri(form.Text("url"));
        using var http = new HttpClient(CertificateTrust.Handler(certificateFile), disposeHandler: true);
        for (int i = 0; i < Tries; i++)
        {
            try
            {
                using HttpResponseMessage page = await http.GetAsync(address, cancellation);
                return page.IsSuccessStatusCode
                    ? address.ToString()
                    : throw new StoppedException(ExitCodes.Failed, "the demo's public form is not shown", null);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TryAgainAfter, time, cancellation); // the listener is starting
            }
        }

        throw new StoppedException(
            ExitCodes.Failed, "the demo's public listener did not start", "is a port of --port-base taken?");
    }

    private static JsonObject Form() => new()
    {
        ["slug"] = "welcome",
        ["series"] = "clinic",
        ["title"] = "Before your first visit",
        ["introduction"] = "A few facts that we need before we can see you. It takes about two minutes.",
        ["keptFor"] = "Ten years after your last visit, as the law asks of clinics",
        ["fields"] = new JsonArray(
            Ask("full-name", "So that we know who is coming", isRequired: true),
            Ask("date-of-birth", "So that we do not take you for somebody of the same name", isRequired: true),
            Ask("email", "So that we can confirm your appointment", isRequired: true),
            Ask("phone", "So that we can reach you if the appointment has to move"),
            Ask("postal-address", "For the invoice"),
            Ask("note", "Anything that we should know before you come")),
    };

    private static JsonObject Ask(string kind, string why, bool isRequired = false) =>
        new() { ["kind"] = kind, ["why"] = why, ["isRequired"] = isRequired };
}
