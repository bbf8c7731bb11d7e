using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Archive;

/// <summary>Finds what is filed by code and by words of the redacted text.</summary>
internal static class FindFiled
{
    public static Verb Declare()
    {
        var customer = new Option<string?>("--customer")
        {
            Description = "The code of a customer whose it is or whom it names.",
            HelpName = "CODE",
        };
        var words = new Option<string?>("--words")
        {
            Description = "Words of the redacted text; all must stand in it.",
        };
        var kind = new Option<string?>("--kind") { Description = "What sort of paperwork." };
        var compartment = new Option<string?>("--compartment")
        {
            Description = "A series or one compartment; all that are yours without it.",
        };
        var from = new Option<DateOnly?>("--from") { Description = "Filed on this day or later.", HelpName = "DATE" };
        var to = new Option<DateOnly?>("--to") { Description = "Filed on this day or before.", HelpName = "DATE" };
        return new Verb("find", "Finds what is filed; the log says that you searched.",
            "strongroom archive find --customer 7Q4M-2KTD-9RWX-JV")
        {
            customer,
            words,
            kind,
            compartment,
            from,
            to,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand,
            [
                ("code", parsed.GetValue(customer)), ("words", parsed.GetValue(words)), ("kind", parsed.GetValue(kind)),
                ("compartment", parsed.GetValue(compartment)), ("from", Midnight(parsed.GetValue(from))),
                ("to", Midnight(parsed.GetValue(to)?.AddDays(1))),
            ],
            cancellation));
    }

    private static string? Midnight(DateOnly? day) =>
        day is { } date ? date.ToString("O", CultureInfo.InvariantCulture) + "T00:00:00Z" : null;

    public static async Task<int> RunAsync(
        Errand errand, IReadOnlyList<(string Name, string? Value)> terms, CancellationToken cancellation)
    {
        var request = new JsonObject();
        foreach ((string name, string? value) in terms)
        {
            if (value is not null)
            {
                request[name] = value;
            }
        }

        JsonObject found = await errand.Api.PostAsync("archive/searches", request, cancellation);
        errand.ShowList(
            found, ("document", "document"), ("compartment", "compartment"), ("customer", "customer"), ("kind", "kind"),
            ("filed", "filedAt"));
        if (found.Text("closed") is { Length: > 0 } closed)
        {
            Terminal.Complain($"not searched, because closed: {closed}");
        }

        return ExitCodes.Done;
    }
}
