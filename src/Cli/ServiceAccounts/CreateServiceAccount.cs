using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.ServiceAccounts;

/// <summary>Makes a service account; its key shows once.</summary>
internal static class CreateServiceAccount
{
    private const int Days = 365;

    public static Verb Declare()
    {
        var name = new Argument<string>("NAME") { Description = "What colleagues call it." };
        var purpose = new Option<string>("--purpose") { Description = "What it is for.", Required = true };
        var scopes = new Option<string[]>("--scope")
        {
            Description = "Such as customers:create, customers:lookup, reveal:email; may be repeated.",
            Required = true,
        };
        var series = new Option<string[]>("--series")
        {
            Description = "A compartment series it works in; may be repeated.",
            Required = true,
        };
        var days = new Option<int>("--days")
        {
            Description = "How long the key works, a year at most.",
            DefaultValueFactory = _ => Days,
        };
        return new Verb(
            "create", "Makes a service account and prints its key, once.",
            "strongroom service-account create bookings --purpose Bookings --scope customers:create --series clinic")
        {
            name,
            purpose,
            scopes,
            series,
            days,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand,
            Request(
                parsed.GetRequiredValue(name), parsed.GetRequiredValue(purpose), parsed.GetRequiredValue(scopes),
                parsed.GetRequiredValue(series), TimeProvider.System.GetUtcNow().AddDays(parsed.GetValue(days))),
            cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, JsonObject request, CancellationToken cancellation)
    {
        JsonObject account = await errand.Api.PostAsync("service-accounts", request, cancellation);
        errand.Show(
            account, "id", ("id", account.Text("id")), ("key", account.Text("key") + "  (shown this once)"),
            ("scopes", account.Text("scopes")), ("series", account.Text("series")),
            ("until", account.Text("expiresAt")));
        return ExitCodes.Done;
    }

    public static JsonObject Request(
        string name, string purpose, IEnumerable<string> scopes, IEnumerable<string> series,
        DateTimeOffset expiresAt) => new()
        {
            ["name"] = name,
            ["purpose"] = purpose,
            ["scopes"] = JsonReading.Array(scopes),
            ["series"] = JsonReading.Array(series),
            ["expiresAt"] = expiresAt.ToString("O", CultureInfo.InvariantCulture),
        };
}
