using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Recipients;

/// <summary>What the verbs about recipients share.</summary>
internal static class RecipientLines
{
    public static Argument<string> Id() => new("RECIPIENT") { Description = "The recipient's id, as the list has it." };

    public static string Path(string id) => "recipients/" + Uri.EscapeDataString(id);

    public static void Show(Errand errand, JsonObject recipient) => errand.Show(
        recipient, "id", ("id", recipient.Text("id")), ("name", recipient.Text("name")),
        ("purpose", recipient.Text("purpose")), ("codes", recipient.Text("state")),
        ("until", recipient.Text("expiresAt")));
}
