using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Setup;

/// <summary>Asks the person at the terminal for everything that a claim holds.</summary>
internal static class AskClaim
{
    public static JsonObject Run(JsonObject card)
    {
        string code = Terminal.AskSecret("setup code (the server's start prints it)");
        string business = Terminal.Ask("name of the business");
        string name = Terminal.Ask("your full name");
        string email = Terminal.Ask("your work e-mail, to log in with");
        string password = AskPassword();
        var claim = new JsonObject
        {
            ["code"] = code,
            ["business"] = business,
            ["name"] = name,
            ["email"] = email,
            ["password"] = password,
            ["attestation"] =
                AskYes("do you declare that you are entitled and fit to handle customers' confidences? [y/N]"),
        };
        Terminal.Print($"\n{card.Text("agreement")}");
        claim["agreement"] = AskYes("have you read this agreement, and do you sign it? [y/N]");
        string compartment = Terminal.Ask("name of the first compartment, such as clinic (empty: later)").Trim();
        claim["compartment"] = compartment;
        if (AskYes("do you work with customers yourself? [y/N]"))
        {
            claim["roles"] = JsonReading.Array(["case-handler"]);
            claim["series"] = JsonReading.Array(compartment.Length > 0 ? [compartment] : []);
        }

        return claim;
    }

    private static string AskPassword()
    {
        string password = Terminal.AskSecret("password (15 characters or more)");
        return !Terminal.IsInteractive || password == Terminal.AskSecret("the same password again")
            ? password
            : throw new StoppedException(ExitCodes.Usage, "the two passwords differ", "begin again");
    }

    private static bool AskYes(string question) => Terminal.Ask(question).Trim() is "y" or "Y" or "yes";
}
