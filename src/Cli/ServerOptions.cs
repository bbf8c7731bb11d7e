using System.CommandLine;

namespace Strongroom.Cli;

/// <summary>The options of every verb that talks to a server.</summary>
internal static class ServerOptions
{
    public static readonly Option<string?> Server = new("--server")
    {
        Description =
            "The server's address; else STRONGROOM_SERVER, the server signed in to, or https://localhost:8443.",
        HelpName = "URL",
    };

    public static readonly Option<string?> Certificate = new("--certificate")
    {
        Description = "PEM file of the authority to trust; else STRONGROOM_CERTIFICATE.",
        HelpName = "FILE",
    };

    public static readonly Option<string?> KeyFile = new("--key-file")
    {
        Description = "File that holds a service account's key; else STRONGROOM_API_KEY, else the session of sign-in.",
        HelpName = "FILE",
    };

    public static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object." };

    public static readonly Option<bool> JsonLines = new("--jsonl") { Description = "Print one JSON object a line." };

    public static readonly Option<bool> Quiet = new("--quiet") { Description = "Print codes only." };

    public static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask whether you are sure." };

    public static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Change nothing: say what would be sent.",
    };

    public static readonly IReadOnlyList<Option> All =
        [Server, Certificate, KeyFile, Json, JsonLines, Quiet, Yes, DryRun];
}
