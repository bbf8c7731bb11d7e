using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake;

/// <summary>What the intake refuses.</summary>
internal static class IntakeRefusals
{
    public static readonly Refusal Invalid = new(
        RefusalKind.Invalid, "validation",
        "The form cannot be published like this. Nothing was changed; correct the fields named and send it again.");

    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound, "not-found", "No form of that name is published. GET /api/v1/intake-forms lists them.");

    public static readonly Refusal PinNotKept = new(
        RefusalKind.NotReady, "not-ready",
        "The credentials folder cannot be written, so nobody could tell a forged form from yours. Make it writable for "
        + "the service; nothing was published.");

    public static readonly Refusal SeriesElsewhere = new(
        RefusalKind.Conflict, "not-allowed",
        "A form of that name belongs to another series. Take it back first, or choose another name.");
}
