namespace Strongroom.Server.Shell.Pages;

/// <summary>What a page of refusal says.</summary>
internal sealed record RefusalModel
{
    public required string Title { get; init; }

    public required string Sentence { get; init; }

    /// <summary>Where to go on, and what the link says.</summary>
    public required string Path { get; init; }

    public required string PathLabel { get; init; }

    /// <summary>Under which the log has the request; only where something went wrong on our side.</summary>
    public string? TraceId { get; init; }

    /// <summary>The page asks again by itself after this; 0 means never.</summary>
    public int RefreshSeconds { get; init; }
}
