namespace Strongroom.Vocabulary.Paper;

/// <summary>The document could be read: its text, and what was found in it by pattern.</summary>
/// <param name="Text">The text, for matching registered customers and for review.</param>
/// <param name="Findings">Sorted, not overlapping.</param>
public sealed record FoundAnswer(DocumentText Text, IReadOnlyList<Finding> Findings) : RedactorAnswer;
