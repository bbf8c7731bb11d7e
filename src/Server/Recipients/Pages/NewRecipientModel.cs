using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients.Pages;

/// <summary>The form of a new recipient, as it was typed.</summary>
internal sealed record NewRecipientModel
{
    public string Name { get; init; } = string.Empty;

    public string Purpose { get; init; } = string.Empty;

    public string ExpiresOn { get; init; } = string.Empty;

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
