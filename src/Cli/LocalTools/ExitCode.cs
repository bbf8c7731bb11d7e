namespace Strongroom.Cli.LocalTools;

/// <summary>The exit codes that the local tools use.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int VerificationFailed = 5;
    public const int NotFound = 6;
    public const int DocumentRefused = 8;
    public const int SomethingFound = 9;
}
