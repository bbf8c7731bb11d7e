namespace Strongroom.Server.Staff.Pages;

/// <summary>What the page of the log-in shows.</summary>
internal sealed record LogInModel
{
    /// <summary>One of our own pages, to go on to.</summary>
    public required string Back { get; init; }

    /// <summary>Whether passkeys work at the public address.</summary>
    public required bool HasPasskeys { get; init; }

    /// <summary>Whether somebody has just logged out here.</summary>
    public bool HasLeft { get; init; }

    /// <summary>What was typed, after a try that did not match.</summary>
    public string Email { get; init; } = string.Empty;

    /// <summary>Why the last try was refused.</summary>
    public string? Refusal { get; init; }
}
