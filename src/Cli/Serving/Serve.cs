using System.CommandLine;
using System.Diagnostics;

namespace Strongroom.Cli.Serving;

/// <summary>
/// Becomes the server: the same process, so that signals, output, exit code and the watching of a service manager are
/// the server's own.
/// </summary>
internal static class Serve
{
    public static Verb Declare()
    {
        var verb = new Verb(
            "serve",
            "Runs the server. Settings follow as --Section:Key=value, or stand in the environment or a file.",
            "strongroom serve --Server:Urls=https://127.0.0.1:8443 --Data:Path=data --Credentials:Path=credentials")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        return verb.Does((parsed, cancellation) => RunAsync(parsed.UnmatchedTokens, cancellation));
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> settings, CancellationToken cancellation)
    {
        var program = ServerProgram.Find();
        string[] arguments = [.. program.Leading, .. settings.Where(setting => setting is not "--")];
        if (!OperatingSystem.IsWindows())
        {
            NativeMethods.Become(program.File, arguments);
            throw new StoppedException(
                ExitCodes.Failed, "the server's program could not be started", "check that it may be executed");
        }

        return await RunBesideAsync(program.File, arguments, cancellation);
    }

    // Windows has no such replacement. A closed console reaches both programs; nothing else is passed on.
    private static async Task<int> RunBesideAsync(string file, string[] arguments, CancellationToken cancellation)
    {
#pragma warning disable RS0030 // Starting the server is this verb's deed.
        using var server = Process.Start(new ProcessStartInfo(file, arguments))!;
        await server.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return server.ExitCode;
#pragma warning restore RS0030
    }
}
