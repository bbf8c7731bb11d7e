using Strongroom.Vocabulary;

namespace Strongroom.Server.Archive;

/// <summary>What the archive refuses.</summary>
internal static class ArchiveRefusals
{
    public static readonly Refusal FiledAlready = new(
        RefusalKind.Conflict, "filed-already", "A copy of this document is filed already. Read it from the archive.");

    public static readonly Refusal NotFiled = new(
        RefusalKind.NotFound, "not-found", "There is no such thing in the archive, or it is not yours. Search for it.");

    public static readonly Refusal SearchEmpty = new(
        RefusalKind.Invalid, "validation",
        "Say what to search for: a code, words of three letters and more, a kind, or a time.");
}
