using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>What the agreements slice refuses.</summary>
internal static class AgreementRefusals
{
    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound, "not-found", "There is no such agreement or receipt, or it is not yours to see.");

    public static readonly Refusal Outdated = new(
        RefusalKind.Conflict, "version-conflict",
        "This version is not the current one. Read and sign the current version.");

    public static readonly Refusal Invalid = new(
        RefusalKind.Invalid, "validation", "Something does not fit. Correct what errors names and send it again.");
}
