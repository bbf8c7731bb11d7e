namespace Strongroom.Server.Intake.Forms;

/// <summary>A field that a public form asks for.</summary>
/// <param name="Kind">The field kind.</param>
/// <param name="Label">What people read above it.</param>
/// <param name="Why">Why it is asked, one sentence.</param>
/// <param name="IsRequired">Whether the form is taken only with it.</param>
/// <param name="SeenBy">The roles that may reveal it, as the rule had them when the form was published.</param>
internal sealed record AskedField(
    string Kind, string Label, string Why, bool IsRequired, IReadOnlyList<string> SeenBy);
