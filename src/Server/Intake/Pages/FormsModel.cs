using Strongroom.Server.Intake.Forms;

namespace Strongroom.Server.Intake.Pages;

/// <summary>What the list of forms shows.</summary>
/// <param name="Forms">The forms, and whether their file is trusted.</param>
/// <param name="Done">What was done just now.</param>
internal sealed record FormsModel(FormList Forms, string? Done);
