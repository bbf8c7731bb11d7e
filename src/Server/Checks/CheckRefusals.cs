using Strongroom.Vocabulary;

namespace Strongroom.Server.Checks;

/// <summary>What the checks refuse.</summary>
internal static class CheckRefusals
{
    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound, "not-found", "There is no such check. Read the list again.");

    public static readonly Refusal NotAmber = new(
        RefusalKind.Conflict, "not-allowed",
        "Only an amber check can be acknowledged: a red one breaks a promise and has to be fixed, a green one is good.");
}
