using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>What the staff slice refuses.</summary>
internal static class StaffRefusals
{
    public static readonly Refusal NotLoggedIn = new(
        RefusalKind.NotLoggedIn, "not-logged-in", "Nobody is logged in here, or the session has ended. Log in again.");

    public static readonly Refusal LogInFailed = new(
        RefusalKind.NotLoggedIn, "log-in-failed",
        "That did not match. Check e-mail, password and code; after ten wrong tries wait 30 minutes.");

    public static readonly Refusal PasskeyLogInFailed = new(
        RefusalKind.NotLoggedIn, "log-in-failed",
        "That passkey was not accepted. Try it again, or log in with e-mail, password and code.");

    public static readonly Refusal Locked = new(
        RefusalKind.NotLoggedIn, "locked",
        "The screen is locked. Nothing is lost: unlock it with your passkey or a code, then repeat this.");

    public static readonly Refusal NotGranted = new(
        RefusalKind.NotAllowed, "not-allowed",
        "Your role does not include this. Ask the owner or the security officer.");

    public static readonly Refusal OwnSelf = new(
        RefusalKind.NotAllowed, "not-allowed",
        "Nobody changes their own roles, compartments or screening. Ask a colleague who may.");

    public static readonly Refusal OwnerOnly = new(
        RefusalKind.NotAllowed, "not-allowed", "Only an owner makes or changes an owner.");

    public static readonly Refusal VersionMissing = new(
        RefusalKind.VersionMissing, "version-conflict", "Say which version you change: send its ETag as If-Match.");

    public static readonly Refusal Changed = new(
        RefusalKind.Changed, "version-conflict",
        "Somebody has changed this meanwhile. Read it again, then repeat the change.");

    public static readonly Refusal PeopleOnly = new(
        RefusalKind.NotAllowed, "second-person-required", "A key cannot do this; a person has to.");

    public static readonly Refusal StepUpRequired = new(
        RefusalKind.StepUp, "step-up-required", "This needs your second factor again. Step up, then repeat it.");

    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound, "not-found", "Nobody and nothing of that id is here.");

    public static readonly Refusal Invalid = new(
        RefusalKind.Invalid, "validation", "Something does not fit. Correct what errors names and send it again.");

    public static readonly Refusal EmailTaken = new(
        RefusalKind.Conflict, "duplicate-suspected",
        "Somebody with this e-mail address is here already. Change that person's entry instead.");

    public static readonly Refusal InvitationOver = new(
        RefusalKind.NotFound, "not-found",
        "This invitation is not there: used, withdrawn or older than seven days. Ask for a new one.");

    public static readonly Refusal WrongCode = new(
        RefusalKind.Invalid, "validation", "The code did not match, or was used already. Wait for the next one.");

    public static readonly Refusal PasskeyNotAccepted = new(
        RefusalKind.Invalid, "validation",
        "That passkey was not accepted, or the question was older than five minutes. Nothing was changed; try again.");

    public static readonly Refusal PasskeysNeedName = new(
        RefusalKind.Invalid, "validation",
        "Passkeys work at a host name only, and this server's address is a number. Use password and code, "
        + "or have Server:PublicUrl set to a name.");

    public static readonly Refusal TooManyPasskeys = new(
        RefusalKind.Conflict, "validation", "You have twenty passkeys already. Remove one that you no longer use.");

    public static readonly Refusal LastFactor = new(
        RefusalKind.NotAllowed, "not-allowed",
        "This passkey is your only way in, so it stays. Add another one first, then remove it.");

    public static readonly Refusal Busy = new(
        RefusalKind.TooMany, "rate-limited", "Too many log-ins at this moment. Try again in a few seconds.");
}
