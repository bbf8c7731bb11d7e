using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>What the page of the recovery codes shows.</summary>
internal sealed record CodesModel
{
    public required IReadOnlyList<string> Codes { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    public override string ToString() => nameof(CodesModel);
}
