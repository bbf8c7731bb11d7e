using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>What the customer register refuses.</summary>
internal static class CustomerRefusals
{
    public static readonly Refusal Invalid = new(
        RefusalKind.Invalid, "validation",
        "Some of what was sent does not fit. Nothing was changed; correct the fields named and send it again.");

    public static readonly Refusal Changed = new(
        RefusalKind.Changed, "version-conflict",
        "Somebody has changed this customer since you read it. Read it again and make your change once more.");

    public static readonly Refusal VersionMissing = new(
        RefusalKind.VersionMissing, "version-conflict",
        "Say which version you change: send the ETag of your last read as If-Match.");

    public static readonly Refusal ConfirmationLocked = new(
        RefusalKind.TooMany, "confirmation-locked",
        "Three facts in a row did not match, so checks of this customer are locked for ten minutes, for everybody. "
        + "Nothing was compared. Wait, or make sure in another way.");

    public static readonly Refusal ManyReveals = new(
        RefusalKind.TooMany, "reveals-unusual",
        "You have revealed more in ten minutes than most work needs. Nothing was shown. If you need this, say so "
        + "again; the security officer is told.");

    public static readonly Refusal NoSuchReveal = new(
        RefusalKind.NotFound, "not-found",
        "There is no such reveal of yours, or it is too long ago. Reveal the field again.");

    public static readonly Refusal OnHold = new(
        RefusalKind.Conflict, "retention-hold",
        "This customer is on hold, so nothing may be erased. Ask the security officer to lift the hold.");

    public static readonly Refusal BeingErased = new(
        RefusalKind.NotReady, "not-ready",
        "This erasure was cut off and is being finished. Ask again in a minute; the certificate comes with its end.");

    public static readonly Refusal InTrash = new(
        RefusalKind.Conflict, "not-found", "This customer is in the trash. Restore it first.");
}
