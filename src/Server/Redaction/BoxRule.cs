using System.Text.Json.Serialization;

namespace Strongroom.Server.Redaction;

/// <summary>
/// One decision: about a box, about all boxes of a kind, about all boxes, or about what is drawn.
/// </summary>
internal sealed record BoxRule
{
    /// <summary>
    /// <c>accept</c>, <c>reject</c>, <c>undecide</c> (as if nobody had decided), <c>remove</c> (a box that a reviewer
    /// has drawn); absent with <see cref="Move"/>.
    /// </summary>
    public string? Decision { get; init; }

    /// <summary>The box's number in the list that was read.</summary>
    public int? Box { get; init; }

    /// <summary>All boxes of this kind.</summary>
    public string? Kind { get; init; }

    /// <summary>All boxes.</summary>
    public bool All { get; init; }

    /// <summary>A range or an area to black out that nobody found.</summary>
    public DrawnRange? Add { get; init; }

    /// <summary>With <see cref="Box"/>, one that a reviewer has drawn: where it goes.</summary>
    public BoxMove? Move { get; init; }

    /// <summary>With <see cref="Box"/> or <see cref="Add"/>: wherever the same text stands in this document.</summary>
    public bool Everywhere { get; init; }

    /// <summary>Whether it is also about the same text elsewhere: words are, wherever they stand.</summary>
    [JsonIgnore]
    public bool ReachesEverywhere => Everywhere || Add?.Words is not null;
}
