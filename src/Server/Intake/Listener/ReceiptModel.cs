using Strongroom.Server.Intake.Forms;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Listener;

/// <summary>What the receipt shows: the code, and nothing of what was sent.</summary>
internal sealed record ReceiptModel(IntakeForm Form, CustomerCode Code)
{
    public override string ToString() => nameof(ReceiptModel);
}
