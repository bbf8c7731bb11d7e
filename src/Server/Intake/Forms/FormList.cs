namespace Strongroom.Server.Intake.Forms;

/// <summary>The published forms.</summary>
/// <param name="Items">By name.</param>
/// <param name="State">Whether the file of the forms is trusted; no form is shown where it is not.</param>
internal sealed record FormList(IReadOnlyList<ListedForm> Items, string State);
