namespace Strongroom.Vocabulary.Paper;

/// <summary>No output was made.</summary>
/// <param name="Code">A stable code of <see cref="PaperRefusals"/>.</param>
/// <param name="Places">Where it failed, such as <c>line 12</c>; no values.</param>
public sealed record RefusedAnswer(string Code, IReadOnlyList<string> Places) : RedactorAnswer;
