using Strongroom.Cli.Api;

namespace Strongroom.Cli.Sessions;

/// <summary>Ends the session, here and on the server.</summary>
internal static class SignOut
{
    public static Verb Declare() => new Verb("sign-out", "Ends your session.", "strongroom sign-out")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        try
        {
            await errand.Api.DeleteAsync("sessions/current", cancellation);
        }
        finally
        {
            new SessionFile(errand.Surroundings.StateFolder).Delete();
        }

        errand.Done("session", "signed out");
        return ExitCodes.Done;
    }
}
