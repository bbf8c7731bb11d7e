using Strongroom.Server.Customers.Fields;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>A submission that was opened and fits the field kinds: ready to become a customer.</summary>
/// <param name="File">Where it waits.</param>
/// <param name="Token">What its code, handle and customer follow from.</param>
/// <param name="Form">The name of the form, checked.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Fields">What was sent, read into its kinds.</param>
internal sealed record OpenedSubmission(
    string File, SubmitToken Token, string Form, DateTimeOffset SentAt, FieldSet Fields)
{
    public override string ToString() => nameof(OpenedSubmission);
}
