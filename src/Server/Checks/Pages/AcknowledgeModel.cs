using Strongroom.Vocabulary;

namespace Strongroom.Server.Checks.Pages;

/// <summary>What the page on which somebody answers for a check shows.</summary>
internal sealed record AcknowledgeModel
{
    public required Check Check { get; init; }

    public string Reason { get; init; } = string.Empty;

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}
