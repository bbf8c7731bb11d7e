using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Confirmations;

/// <summary>What the customer said.</summary>
internal sealed record ConfirmationRequest
{
    /// <summary>The field kind that it is about; every field of the customer where it is left out.</summary>
    public string? Kind { get; init; }

    /// <summary>The fact, as it was said.</summary>
    public required PersonalText Fact { get; init; }
}
