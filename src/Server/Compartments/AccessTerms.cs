namespace Strongroom.Server.Compartments;

/// <summary>What the rule is measured against, from the settings.</summary>
/// <param name="Purposes">The ids of the purposes in use.</param>
/// <param name="StepUp">How long a step-up stays fresh.</param>
internal sealed record AccessTerms(IReadOnlySet<string> Purposes, TimeSpan StepUp);
