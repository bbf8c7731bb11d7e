namespace Strongroom.Vocabulary;

/// <summary>A rule's "no": a constant, with no data in it.</summary>
/// <param name="Kind">The sort, from which status and exit code follow.</param>
/// <param name="Code">The stable code, lower case with dashes; programs branch on it.</param>
/// <param name="Sentence">What happened and what to do next, for people.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Sentence);
