using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>What the form of a new service account shows.</summary>
internal sealed record NewServiceAccountModel
{
    public required IReadOnlyList<string> AllSeries { get; init; }

    /// <summary>The scopes that can be given, with what each means.</summary>
    public required IReadOnlyList<(string Scope, string Meaning)> AllScopes { get; init; }

    /// <summary>Active members of staff, who can answer for it.</summary>
    public required IReadOnlyList<StaffCard> Owners { get; init; }

    public string Name { get; init; } = string.Empty;

    public string Purpose { get; init; } = string.Empty;

    public string Owner { get; init; } = string.Empty;

    public string ExpiresOn { get; init; } = string.Empty;

    public string Addresses { get; init; } = string.Empty;

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public IReadOnlyList<string> Series { get; init; } = [];

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    public bool NeedsStepUp { get; init; }

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
