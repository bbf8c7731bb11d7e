using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Staff;

/// <summary>Invites somebody; the code that it prints is handed over out of band.</summary>
internal static class InviteStaff
{
    public static Verb Declare()
    {
        var email = new Option<string>("--email")
        {
            Description = "The work address, to log in with.",
            Required = true,
        };
        var name = new Option<string>("--name") { Description = "The name that colleagues see.", Required = true };
        var role = new Option<string[]>("--role")
        {
            Description =
                "owner, security-officer, case-handler, records-clerk, front-desk or auditor; may be repeated.",
            Required = true,
        };
        var series = new Option<string[]>("--series")
        {
            Description = "A compartment series that the person works in; may be repeated.",
        };
        return new Verb(
            "invite", "Invites a member of staff.",
            "strongroom staff invite --email grace@example.org --name Grace --role case-handler --series clinic")
        {
            email,
            name,
            role,
            series,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand,
            Request(parsed.GetRequiredValue(email), parsed.GetRequiredValue(name), parsed.GetRequiredValue(role),
                parsed.GetValue(series) ?? []),
            cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, JsonObject request, CancellationToken cancellation)
    {
        JsonObject invitation = await errand.Api.PostAsync("staff", request, cancellation);
        errand.Show(
            invitation, "id", ("id", invitation.Text("id")),
            ("code", invitation.Text("code") + "  (hand it over on paper or by voice; then: strongroom staff join)"),
            ("until", invitation.Text("expiresAt")));
        return ExitCodes.Done;
    }

    public static JsonObject Request(
        string email, string name, IEnumerable<string> roles, IEnumerable<string> series) =>
        new()
        {
            ["email"] = email,
            ["name"] = name,
            ["roles"] = JsonReading.Array(roles),
            ["series"] = JsonReading.Array(series),
        };
}
