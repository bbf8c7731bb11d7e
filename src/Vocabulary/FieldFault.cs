namespace Strongroom.Vocabulary;

/// <summary>Why one field of a request does not fit. Holds no value that was sent.</summary>
/// <param name="Field">The field's name as the contract spells it, never a name that the caller invented.</param>
/// <param name="Sentence">What it should be.</param>
public sealed record FieldFault(string Field, string Sentence);
