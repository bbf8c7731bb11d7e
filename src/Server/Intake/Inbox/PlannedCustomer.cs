using Strongroom.Server.Codes;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>A submission with the code that is held for it.</summary>
/// <param name="Submission">What was sent.</param>
/// <param name="Code">The code that the customer gets.</param>
/// <param name="Hold">How the code is held.</param>
/// <param name="IsReceipts">Whether it is the code that stands on the receipt.</param>
internal sealed record PlannedCustomer(
    OpenedSubmission Submission, CustomerCode Code, CodeHold Hold, bool IsReceipts)
{
    public override string ToString() => nameof(PlannedCustomer);
}
