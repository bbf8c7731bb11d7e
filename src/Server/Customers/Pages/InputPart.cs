namespace Strongroom.Server.Customers.Pages;

/// <summary>One input of a form. Does not print.</summary>
/// <param name="Name">Of the form's field: the kind, and for a composite kind the part after a dot.</param>
/// <param name="Label">What people read.</param>
/// <param name="Lines">More than one makes it a text area.</param>
/// <param name="Type">The input's type.</param>
/// <param name="Mode">Which keyboard a phone shows.</param>
internal sealed record InputPart(string Name, string Label, int Lines, string Type, string? Mode)
{
    /// <summary>What was typed.</summary>
    public string? Value { get; init; }

    public override string ToString() => "[personal]";
}
