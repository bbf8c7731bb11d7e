using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders.Pages;

/// <summary>The opening page.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Faults">What was wrong with what was typed.</param>
internal sealed record OpeningModel(OpeningState State, IReadOnlyList<FieldFault> Faults);
