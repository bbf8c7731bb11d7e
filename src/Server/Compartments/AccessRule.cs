using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Who may do what in a compartment: the one rule, pure, read by the door and by everybody who explains it. Assignment
/// comes first and answers as "not there", so that only those who belong here hear which other gate is shut.
/// </summary>
internal static class AccessRule
{
    // In this order: who is not assigned must hear nothing of the other gates.
    private static readonly (AccessGate Gate, GateCheck Check)[] Gates =
    [
        (AccessGate.Assignment, CheckAssignment),
        (AccessGate.Permission, CheckPermission),
        (AccessGate.Compartment, CheckCompartment),
        (AccessGate.Screening, (who, _, _, now) => CheckScreening(who, now)),
        (AccessGate.Agreement, (who, _, _, _) => CheckAgreement(who)),
        (AccessGate.FieldKinds, CheckFieldKinds),
        (AccessGate.Purpose, CheckPurpose),
        (AccessGate.StepUp, CheckStepUp),
    ];

    private delegate Refusal? GateCheck(
        Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now);

    /// <summary>The rule's "no", or null where it has none.</summary>
    /// <param name="who">Who asks, read fresh for this request.</param>
    /// <param name="request">What for.</param>
    /// <param name="terms">The purposes in use and how long a step-up stays fresh.</param>
    /// <param name="now">
    /// The instant that lapses are measured at; the last instant of a screening is already too late.
    /// </param>
    public static Refusal? Check(Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now) =>
        Gates.Select(gate => gate.Check(who, request, terms, now)).FirstOrDefault(refusal => refusal is not null);

    /// <summary>
    /// Every gate, each asked by itself and in the rule's order: for those who may know why somebody else does not get
    /// in.
    /// </summary>
    public static IReadOnlyList<GateState> Explain(
        Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now) =>
        [.. Gates.Select(gate => new GateState(gate.Gate, gate.Check(who, request, terms, now)))];

    /// <summary>The gates that belong to the person and not to a place: screening, then agreement.</summary>
    public static Refusal? CheckPerson(Standing who, DateTimeOffset now) =>
        CheckScreening(who, now) ?? CheckAgreement(who);

    private static Refusal? CheckAssignment(
        Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now) =>
        who.Series.Contains(request.Compartment.Series) ? null : AccessRefusals.NotFound;

    private static Refusal? CheckPermission(
        Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now) =>
        who.Permissions.Contains(request.Permission) ? null : AccessRefusals.NotAllowed;

    private static Refusal? CheckCompartment(
        Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now) =>
        request.Compartment.IsClosed ? AccessRefusals.CompartmentClosed : null;

    private static Refusal? CheckScreening(Standing who, DateTimeOffset now) =>
        who.ScreenedUntil is { } until && until > now ? null : AccessRefusals.ScreeningRequired;

    private static Refusal? CheckAgreement(Standing who) =>
        who.HasSignedCurrentAgreement ? null : AccessRefusals.AgreementRequired;

    private static Refusal? CheckFieldKinds(
        Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now) =>
        who.RevealKinds is { } granted && !request.Kinds.All(granted.Contains) ? AccessRefusals.NotAllowed : null;

    private static Refusal? CheckPurpose(Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now) =>
        request.Kinds.Count == 0 || (request.Purpose is { } purpose && terms.Purposes.Contains(purpose))
            ? null
            : AccessRefusals.PurposeRequired;

    private static Refusal? CheckStepUp(Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now)
    {
        if (request.Kinds.Count == 0 || request.Sensitivity < Sensitivity.Protected)
        {
            return null;
        }

        if (who.IsServiceAccount)
        {
            return AccessRefusals.SecondPersonRequired;
        }

        bool isFresh = who.SteppedUpAt is { } at && now - at < terms.StepUp;
        return isFresh && IsForThis(who, request) ? null : AccessRefusals.StepUpRequired;
    }

    // A passkey signs one act: this customer, these fields, this purpose. A code of an authenticator signs nothing.
    private static bool IsForThis(Standing who, AccessRequest request) =>
        who.SteppedUpFor is not { } mark
        || (request.Customer is { } customer && string.Equals(
            mark, StepUpAct.OfReveal(customer, request.Kinds, request.Purpose).Mark, StringComparison.Ordinal));
}
