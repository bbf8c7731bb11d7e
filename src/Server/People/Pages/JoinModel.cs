using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>What the pages of a newcomer show before there is a session.</summary>
internal sealed record JoinModel
{
    /// <summary>Where the forms go: the address of the invitation.</summary>
    public required string Path { get; init; }

    /// <summary>What was typed; goes on to the next step in a hidden field, and into no address.</summary>
    public string Code { get; init; } = string.Empty;

    /// <summary>Whom it is for, and the secret for the authenticator; null before the code was right.</summary>
    public FactorCard? Factor { get; init; }

    /// <summary>Whether passkeys work at the address that people type.</summary>
    public bool HasPasskeys { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    public string? Refusal { get; init; }

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
