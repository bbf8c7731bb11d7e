namespace Strongroom.Server.Redaction;

/// <summary>
/// One decision: about a box, about all boxes of a kind, about all boxes, or about a range that is drawn.
/// </summary>
internal sealed record BoxRule
{
    /// <summary><c>accept</c> or <c>reject</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>The box's number.</summary>
    public int? Box { get; init; }

    /// <summary>All boxes of this kind.</summary>
    public string? Kind { get; init; }

    /// <summary>All boxes.</summary>
    public bool All { get; init; }

    /// <summary>A range to black out that nobody found.</summary>
    public DrawnRange? Add { get; init; }

    /// <summary>With <see cref="Box"/> or <see cref="Add"/>: wherever the same text stands in this document.</summary>
    public bool Everywhere { get; init; }
}
