namespace Strongroom.Server.Checks.Pages;

/// <summary>What the page of the checks shows.</summary>
internal sealed record ChecksModel
{
    public required IReadOnlyList<Check> Items { get; init; }

    /// <summary>Whether this person may answer for ambers.</summary>
    public bool MayAcknowledge { get; init; }

    /// <summary>The claim has just been done: this is the last page of the first run.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Somebody has just answered for one.</summary>
    public bool IsAcknowledged { get; init; }

    /// <summary>Whether this person may load invented customers, and none are there.</summary>
    public bool MayLoadDemo { get; init; }

    /// <summary>Whether this person may import.</summary>
    public bool MayImport { get; init; }
}
