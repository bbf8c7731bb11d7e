namespace Strongroom.Cli.Setup;

/// <summary>Says how a new setup code is had: the running server alone knows it, in memory.</summary>
internal static class ExplainCode
{
    public static Verb Declare() => new Verb(
        "code", "Says how to get a new one-time setup code.", "strongroom setup code")
        .Does((_, _) => Task.FromResult(Outcome.Say(
            ExitCodes.Failed,
            "the setup code is in the running server's memory only",
            "start the server again: it prints a new one; so it does after five wrong tries, or a late one")));
}
