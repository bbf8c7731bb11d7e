using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders;

/// <summary>What splitting and opening refuse.</summary>
internal static class KeyHolderRefusals
{
    public static readonly Refusal Invalid = new(
        RefusalKind.Invalid, "validation", "Something does not fit. Correct what errors names and send it again.");

    public static readonly Refusal NoCeremony = new(
        RefusalKind.NotFound, "not-found",
        "No split of yours is under way with such a key holder. Begin it again; nothing was changed.");

    public static readonly Refusal NotComplete = new(
        RefusalKind.Conflict, "not-allowed",
        "Not every key holder has typed the code back and acknowledged the duties. Nothing was changed.");

    public static readonly Refusal NotAcknowledged = new(
        RefusalKind.Invalid, "validation", "The duties have to be acknowledged as they stand now.");

    public static readonly Refusal CodeMistyped = new(
        RefusalKind.Unprocessable, "wrong-code", "This is not the code that was shown. Look at it again, digit by digit.");

    public static readonly Refusal SplitInstead = new(
        RefusalKind.Conflict, "not-allowed",
        "The unseal key is split, so its shares have to be made anew: begin a split with the key holders.");
}
