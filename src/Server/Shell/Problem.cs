namespace Strongroom.Server.Shell;

/// <summary>A refusal as RFC 9457 problem details. Holds nothing that the caller sent.</summary>
internal sealed record Problem
{
    /// <summary><c>/problems/</c> and the code.</summary>
    public required string Type { get; init; }

    /// <summary>The code in words.</summary>
    public required string Title { get; init; }

    public required int Status { get; init; }

    /// <summary>What happened and what to do next.</summary>
    public required string Detail { get; init; }

    /// <summary>The trace id, under which the log has more.</summary>
    public required string Instance { get; init; }

    /// <summary>The stable code; programs branch on it.</summary>
    public required string Code { get; init; }

    /// <summary>The call or command that gets past it.</summary>
    public required string Fix { get; init; }

    /// <summary>Field by field, where fields are at fault.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }
}
