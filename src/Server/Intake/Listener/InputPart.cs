namespace Strongroom.Server.Intake.Listener;

/// <summary>One input of the public form: a field, or a part of one.</summary>
/// <param name="Name">Its name in the form: the kind, or the kind and the part after a dot.</param>
/// <param name="Label">What stands above it; empty where the field's own label does.</param>
/// <param name="Type">The input's type.</param>
/// <param name="AutoComplete">What the browser may fill in.</param>
/// <param name="MaxLength">In UTF-16 units.</param>
internal sealed record InputPart(string Name, string Label, string Type, string AutoComplete, int MaxLength)
{
    /// <summary>Which keyboard a phone shows.</summary>
    public string? InputMode { get; init; }

    public string? Hint { get; init; }

    /// <summary>Whether a field that is required needs this part of it.</summary>
    public bool IsCore { get; init; } = true;

    /// <summary>More than one makes it a text area.</summary>
    public int Lines { get; init; } = 1;
}
