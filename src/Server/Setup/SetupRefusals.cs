using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>What setup refuses.</summary>
internal static class SetupRefusals
{
    public static readonly Refusal WrongCode = new(
        RefusalKind.NotAllowed, "not-allowed",
        "The setup code is wrong or has lapsed. Look for the newest one where the server was started.");

    public static readonly Refusal Claimed = new(
        RefusalKind.NotFound, "not-found", "This installation has its owner. Log in, or ask the owner to invite you.");

    public static readonly Refusal Invalid = new(
        RefusalKind.Invalid, "validation", "Something does not fit. Correct what errors names and send it again.");

    public static readonly Refusal NotBegun = new(
        RefusalKind.NotAllowed, "not-allowed",
        "The first run was not begun in this browser, or was begun again in another. Type the setup code.");
}
