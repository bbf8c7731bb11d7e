namespace Strongroom.Server.Intake.Forms;

/// <summary>A field to be asked for.</summary>
internal sealed record AskRequest
{
    /// <summary>The field kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Why it is asked: one sentence that the customer reads.</summary>
    public required string Why { get; init; }

    /// <summary>Whether the form is taken only with it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What people read above it; the kind's own label where none is given.</summary>
    public string? Label { get; init; }
}
