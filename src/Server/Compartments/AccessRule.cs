using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Who may do what in a compartment: the one rule, pure, read by the door and by everybody who explains it. Assignment
/// comes first and answers as "not there", so that only those who belong here hear which other gate is shut.
/// </summary>
internal static class AccessRule
{
    /// <summary>The rule's "no", or null where it has none.</summary>
    /// <param name="who">Who asks, read fresh for this request.</param>
    /// <param name="request">What for.</param>
    /// <param name="terms">The purposes in use and how long a step-up stays fresh.</param>
    /// <param name="now">
    /// The instant that lapses are measured at; the last instant of a screening is already too late.
    /// </param>
    public static Refusal? Check(Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now) =>
        CheckPlace(who, request) ?? CheckPerson(who, now) ?? CheckReveal(who, request, terms, now);

    private static Refusal? CheckPlace(Standing who, AccessRequest request)
    {
        if (!who.Series.Contains(request.Compartment.Series))
        {
            return AccessRefusals.NotFound;
        }

        if (!who.Permissions.Contains(request.Permission))
        {
            return AccessRefusals.NotAllowed;
        }

        return request.Compartment.IsClosed ? AccessRefusals.CompartmentClosed : null;
    }

    private static Refusal? CheckPerson(Standing who, DateTimeOffset now)
    {
        if (who.ScreenedUntil is not { } until || until <= now)
        {
            return AccessRefusals.ScreeningRequired;
        }

        return who.HasSignedCurrentAgreement ? null : AccessRefusals.AgreementRequired;
    }

    private static Refusal? CheckReveal(Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now)
    {
        if (request.Kinds.Count == 0)
        {
            return null;
        }

        if (who.RevealKinds is { } granted && !request.Kinds.All(granted.Contains))
        {
            return AccessRefusals.NotAllowed;
        }

        if (request.Purpose is not { } purpose || !terms.Purposes.Contains(purpose))
        {
            return AccessRefusals.PurposeRequired;
        }

        return request.Sensitivity >= Sensitivity.Protected ? CheckStepUp(who, request, terms, now) : null;
    }

    private static Refusal? CheckStepUp(Standing who, AccessRequest request, AccessTerms terms, DateTimeOffset now)
    {
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
