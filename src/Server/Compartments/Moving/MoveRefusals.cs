using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Moving;

/// <summary>What moving a compartment refuses.</summary>
internal static class MoveRefusals
{
    public static readonly Refusal ThereAlready = new(
        RefusalKind.Conflict, "conflict",
        "The compartment is there already; nothing was changed. To move it to another PostgreSQL, prepare databases there "
        + "and name it with --server HOST:PORT.");

    public static readonly Refusal NoRoom = new(
        RefusalKind.NotReady, "not-ready",
        "No prepared databases are left where the compartment is to go; nothing was changed. Ask that server's "
        + "administrator to run \"strongroom storage prepare --admin FILE --compartments 1\".");

    public static readonly Refusal Begun = new(
        RefusalKind.Conflict, "conflict",
        "A move of this compartment to another place was begun. End it with the words that began it, or give it up with "
        + "--cancel; nothing was changed.");

    public static readonly Refusal NotBegun = new(
        RefusalKind.Conflict, "conflict",
        "No move of this compartment is under way that could be given up; nothing was changed.");

    public static readonly Refusal Unlike = new(
        RefusalKind.NotReady, "not-ready",
        "What was copied is not what is there, so the compartment stays where it is and the copy is emptied. Look at the "
        + "disks and the database server, then run the move again.");
}
