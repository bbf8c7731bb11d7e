using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements.Pages;

/// <summary>What the page of the agreement shows.</summary>
internal sealed record AgreementModel
{
    public required AgreementToSign ToSign { get; init; }

    /// <summary>Whether this person has a passkey that works here.</summary>
    public required bool HasPasskey { get; init; }

    /// <summary>The name as it was typed.</summary>
    public string Name { get; init; } = string.Empty;

    public bool Intent { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>Whether the person has just said no.</summary>
    public bool HasDeclined { get; init; }
}
