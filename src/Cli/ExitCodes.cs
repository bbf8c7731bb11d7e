namespace Strongroom.Cli;

/// <summary>How the program ends; scripts depend on these numbers.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int NotAllowed = 3;
    public const int StepUp = 4;
    public const int VerificationFailed = 5;
    public const int NotFound = 6;
    public const int Busy = 7;
    public const int DocumentRefused = 8;
    public const int Found = 9;
}
