using Strongroom.Vocabulary;

namespace Strongroom.Server.Archive;

/// <summary>What to search for; all that is given must fit.</summary>
internal sealed record SearchRequest
{
    /// <summary>The series or compartment; every one assigned where it is left out.</summary>
    public string? Compartment { get; init; }

    /// <summary>A customer that it is about, or that it names.</summary>
    public CustomerCode? Code { get; init; }

    /// <summary>Words that stand in it.</summary>
    public string? Words { get; init; }

    public string? Kind { get; init; }

    /// <summary>Filed then or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Filed before then.</summary>
    public DateTimeOffset? To { get; init; }
}
