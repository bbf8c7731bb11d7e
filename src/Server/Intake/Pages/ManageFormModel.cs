using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Intake.Forms;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Pages;

/// <summary>What the page of one form shows.</summary>
internal sealed record ManageFormModel
{
    public required ListedForm Form { get; init; }

    public required IntakeForm Published { get; init; }

    public required FieldKinds Kinds { get; init; }

    public required bool IsListening { get; init; }

    /// <summary>What was done just now.</summary>
    public string? Done { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>The origins as they were typed, where they come back.</summary>
    public string? TypedOrigins { get; init; }
}
