using Strongroom.Server.Compartments;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>What recipients and their codes refuse.</summary>
internal static class RecipientRefusals
{
    public static readonly Refusal Invalid = new(
        RefusalKind.Invalid, "validation",
        "Some of what was sent does not fit. Nothing was changed; correct the fields named and send it again.");

    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound, "not-found", "There is no such recipient. GET /api/v1/recipients lists them.");

    /// <summary>
    /// The one answer to a code that is unknown, another recipient's, of a recipient that is not there, has expired or
    /// was revoked, or of a customer elsewhere.
    /// </summary>
    public static readonly Refusal CodeNotFound = new(
        RefusalKind.NotFound, "not-found",
        "No customer in the open compartments assigned to you has this code with this recipient. Check the code, and "
        + "whether the recipient's codes are still in use.");

    public static readonly Refusal Taken = new(
        RefusalKind.Conflict, "recipient-exists",
        "A recipient of this name and purpose is there already. Use that one, or revoke it first.");

    public static readonly Refusal Ended = new(
        RefusalKind.Conflict, "recipient-ended",
        "This recipient's codes have expired or were revoked. Make the recipient anew; it gets other codes.");

    public static readonly Refusal ExportGone = new(
        RefusalKind.NotFound, "not-found",
        "There is no such export of yours, it is not done, or its 24 hours are over. Start it anew.");

    public static readonly Refusal ExportTooLarge = new(
        RefusalKind.Conflict, "export-too-large",
        "An export holds up to 100,000 customers. Export one compartment of the series after the other.");

    private static readonly Refusal[] OutcomesOfJobs =
        [Ended, ExportTooLarge, AccessRefusals.CompartmentClosed, AccessRefusals.ScreeningRequired,
         AccessRefusals.AgreementRequired, AccessRefusals.NotAllowed, AccessRefusals.PurposeRequired];

    /// <summary>What the outcome of an export means; null where it is none of these.</summary>
    public static string? SentenceOf(string outcome) => outcome == AccessRefusals.StepUpRequired.Code
        ? "Too long after you confirmed that it is you. Start the export anew."
        : OutcomesOfJobs.FirstOrDefault(refusal => refusal.Code == outcome)?.Sentence;
}
