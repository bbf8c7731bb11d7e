using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>The rule's noes, in the order in which the rule looks.</summary>
internal static class AccessRefusals
{
    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound, "not-found",
        "There is no such thing here, or it is not yours. Check the code; ask the owner if you should see it.");

    public static readonly Refusal NotAllowed = new(
        RefusalKind.NotAllowed, "not-allowed", "Your role does not allow this. Ask the owner if your work needs it.");

    public static readonly Refusal CompartmentClosed = new(
        RefusalKind.NotReady, "compartment-closed",
        "This compartment is closed. Ask the owner or the security officer to open it.");

    public static readonly Refusal ScreeningRequired = new(
        RefusalKind.NotAllowed, "screening-required",
        "Your screening is missing or has lapsed. Ask the security officer to renew it.");

    public static readonly Refusal AgreementRequired = new(
        RefusalKind.NotAllowed, "agreement-required", "Read and sign the current confidentiality agreement first.");

    public static readonly Refusal PurposeRequired = new(
        RefusalKind.Invalid, "purpose-required", "Say why, with a purpose from the list of purposes.");

    public static readonly Refusal StepUpRequired = new(
        RefusalKind.StepUp, "step-up-required",
        "This field is protected. Confirm that it is you with a fresh code, then ask again.");

    public static readonly Refusal SecondPersonRequired = new(
        RefusalKind.NotAllowed, "second-person-required",
        "A program cannot confirm that it is a person. A member of staff must reveal this field.");
}
