using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>What the page of the owner shows; a password is never shown again.</summary>
internal sealed record OwnerModel
{
    public string Name { get; init; } = string.Empty;

    public string Email { get; init; } = string.Empty;

    public bool WorksWithCustomers { get; init; }

    public bool Watches { get; init; }

    public bool Attests { get; init; }

    public bool Agrees { get; init; }

    /// <summary>The agreement's text, Markdown.</summary>
    public required string Agreement { get; init; }

    /// <summary>Where people will log in, if that is not where this page is open.</summary>
    public string? OtherHost { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}
