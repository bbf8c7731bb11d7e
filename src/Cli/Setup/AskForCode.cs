using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Setup;

/// <summary>
/// Draws a new one-time setup code for the running server. The hash goes through a file of the credentials folder, so
/// that only the service's account or root can ask; the code is in no file, and the earlier one is over.
/// </summary>
internal static class AskForCode
{
    private const string FileName = "setup-code.request";
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 16;
    private const int Group = 4;
    private const UnixFileMode EverybodyReads = // the hash of 80 random bits is no secret; the folder is closed anyway
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Verb Declare()
    {
        var json = new System.CommandLine.Option<bool>("--json") { Description = "Print one JSON object." };
        return new Verb(
            "code", "Makes a new one-time setup code for the server that runs here.", "strongroom setup code") { json }
            .Does((parsed, cancellation) => RunAsync(
                Surroundings.Read().CredentialsPath, parsed.GetValue(json), cancellation));
    }

    public static async Task<int> RunAsync(string credentials, bool isJson, CancellationToken cancellation)
    {
        if (!Directory.Exists(credentials))
        {
            return Outcome.Say(
                ExitCodes.Failed, "there is no credentials folder, so no server has started here yet",
                "start it with \"strongroom serve\"; it prints the first code");
        }

        string code = string.Join('-', RandomNumberGenerator.GetString(Alphabet, Characters).Chunk(Group)
            .Select(group => new string(group)));
        string file = Path.Combine(credentials, FileName);
        await WriteAsync(file, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code))), cancellation);
        try
        {
            if (!await IsTakenAsync(file, cancellation))
            {
                return Outcome.Say(
                    ExitCodes.NotFound, "no server took the new code: none runs here, or it has its owner already",
                    "start it with \"strongroom serve\", or log in with \"strongroom sign-in\"");
            }
        }
        finally
        {
            File.Delete(file);
        }

        Terminal.Print(isJson ? new JsonObject { ["code"] = code }.Line() : code);
        Terminal.Note("good for 60 minutes and five tries; the earlier code is over");
        return ExitCodes.Done;
    }

    private static async Task WriteAsync(string file, string hash, CancellationToken cancellation)
    {
        string fresh = file + ".new";
        await File.WriteAllTextAsync(fresh, hash + "\n", cancellation);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(fresh, EverybodyReads);
        }

        File.Move(fresh, file, overwrite: true);
    }

    private static async Task<bool> IsTakenAsync(string file, CancellationToken cancellation)
    {
        long begun = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begun) < Patience)
        {
            if (!File.Exists(file))
            {
                return true;
            }

            await Task.Delay(LookEvery, TimeProvider.System, cancellation);
        }

        return false;
    }
}
