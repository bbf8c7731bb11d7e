using System.CommandLine;
using System.Globalization;
using Strongroom.Cli.Serving;

namespace Strongroom.Cli.Storage;

/// <summary>
/// Makes databases of PostgreSQL ahead, with an administrator's credential that the server never has. The server's
/// program does it, as it alone knows PostgreSQL; this becomes it.
/// </summary>
internal static class PrepareStorage
{
    private const int BuiltIn = 20;

    public static Verb Declare()
    {
        var admin = new Option<string>("--admin")
        {
            Description = "The file with the connection string of an administrator of PostgreSQL. It is not kept.",
            HelpName = "FILE",
            Required = true,
        };
        var compartments = new Option<int>("--compartments")
        {
            Description = "For how many compartments.",
            HelpName = "N",
            DefaultValueFactory = _ => BuiltIn,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var verb = new Verb(
            "prepare",
            "Makes databases of PostgreSQL for compartments to come. Settings follow as --Section:Key=value.",
            "strongroom storage prepare --admin admin.txt --compartments 20")
        {
            admin, compartments, json,
        };
        verb.TreatUnmatchedTokensAsErrors = false;
        return verb.Does((parsed, cancellation) =>
        {
            string number = parsed.GetValue(compartments).ToString(CultureInfo.InvariantCulture);
            string[] arguments =
            [
                "storage", "prepare", "--admin", parsed.GetValue(admin)!, "--compartments", number,
                .. parsed.GetValue(json) ? ["--json"] : Array.Empty<string>(), .. parsed.UnmatchedTokens,
            ];
            return Serve.RunAsync(arguments, cancellation);
        });
    }
}
