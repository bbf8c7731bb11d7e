using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Intake.Inbox;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Listener;

/// <summary>What the form's page shows.</summary>
internal sealed record FormModel
{
    public required IntakeForm Form { get; init; }

    public required FieldKinds Kinds { get; init; }

    public required SubmitToken Token { get; init; }

    /// <summary>What was typed, where it comes back.</summary>
    public TypedForm Typed { get; init; } = TypedForm.Empty;

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>A sentence above the form, where it comes back for another reason than a fault.</summary>
    public string? Notice { get; init; }

    public override string ToString() => nameof(FormModel);
}
