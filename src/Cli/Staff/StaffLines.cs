using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Staff;

/// <summary>What the verbs about staff share.</summary>
internal static class StaffLines
{
    public static Argument<string> Who() => new("WHO") { Description = "The member's e-mail address or id." };

    /// <summary>The path of a member named by e-mail address or id. The address is compared here: it gets into no
    /// path.</summary>
    /// <exception cref="StoppedException">Nobody has this address.</exception>
    public static async Task<string> PathAsync(Connection api, string who, CancellationToken cancellation)
    {
        if (!who.Contains('@', StringComparison.Ordinal))
        {
            return "staff/" + Uri.EscapeDataString(who);
        }

        JsonArray all = (JsonArray)(await api.GetAsync("staff", cancellation))["items"]!;
        JsonNode? found = all.FirstOrDefault(
            one => string.Equals(one.Text("email"), who.Trim(), StringComparison.OrdinalIgnoreCase));
        return found is null
            ? throw new StoppedException(
                ExitCodes.NotFound, "nobody here has this e-mail address", "strongroom staff list")
            : "staff/" + found.Text("id");
    }

    public static void Show(Errand errand, JsonObject one) => errand.Show(
        one, "id", ("name", one.Text("name")), ("e-mail", one.Text("email")), ("state", one.Text("state")),
        ("roles", one.Text("roles")),
        ("series", one.Text("series")), ("screened until", Or(one.Text("screenedUntil"), "never screened")),
        ("agreement signed", one.Text("hasSignedAgreement")), ("last log-in", Or(one.Text("loggedInAt"), "never")),
        ("id", one.Text("id")));

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
