using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff.Pages;

/// <summary>What the page of one passkey shows.</summary>
internal sealed record PasskeyModel
{
    public required PasskeyCard Passkey { get; init; }

    /// <summary>The name as it was typed, or as it is.</summary>
    public required string Name { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>Why it was not removed.</summary>
    public string? Refusal { get; init; }
}
