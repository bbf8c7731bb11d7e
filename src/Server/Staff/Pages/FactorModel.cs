namespace Strongroom.Server.Staff.Pages;

/// <summary>What the pages show that ask whether it is still you: the step-up and the lock.</summary>
internal sealed record FactorModel
{
    /// <summary>One of our own pages, to go on to.</summary>
    public required string Back { get; init; }

    /// <summary>Whether this person has a passkey that works here.</summary>
    public required bool HasPasskey { get; init; }

    /// <summary>Whether the screen is locked.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Why the last try was refused.</summary>
    public string? Refusal { get; init; }
}
