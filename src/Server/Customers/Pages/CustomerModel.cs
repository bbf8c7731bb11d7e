using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>A customer's page: the head that all its tabs share, and the masked fields.</summary>
internal sealed record CustomerModel
{
    public required CustomerCode Code { get; init; }

    public required string Compartment { get; init; }

    public required IReadOnlyList<FieldLine> Fields { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The version that a correction is made of.</summary>
    public required long Version { get; init; }

    /// <summary>Days that the trash still keeps the customer; null where it is not there.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>Whether a hold forbids erasing.</summary>
    public bool IsHeld { get; init; }

    public required IReadOnlyList<PurposeSetting> Purposes { get; init; }

    /// <summary>Why this person last revealed something of this customer.</summary>
    public RecentPurpose? Recent { get; init; }

    /// <summary>The purpose that the dialog offers first; null before a person has chosen one.</summary>
    public string? Offered { get; init; }

    /// <summary>What was just done, from the address: one word of a fixed list.</summary>
    public string? Done { get; init; }

    /// <summary>How long a value stays.</summary>
    public required int RevealSeconds { get; init; }

    public bool IsTrashed => DaysLeft is not null;

    public string Path => "/customers/" + Code;
}
