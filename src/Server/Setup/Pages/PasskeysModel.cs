using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>What the page of the owner's passkeys shows.</summary>
internal sealed record PasskeysModel
{
    /// <summary>As their holder calls them.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Of the registration that the page has begun.</summary>
    public required string Ceremony { get; init; }

    /// <summary>For the browser, as JSON.</summary>
    public required string Options { get; init; }

    /// <summary>Where passkeys will be at home, if that is not where this page is open.</summary>
    public string? OtherHost { get; init; }

    public string Reason { get; init; } = string.Empty;

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    public override string ToString() => nameof(PasskeysModel);
}
