using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>What the check of a written PDF found: nothing.</summary>
/// <param name="Text">The text of the copy, as pdftotext reads it.</param>
/// <param name="Searches">Where removed values were looked for.</param>
/// <param name="ValueCount">How many different ones.</param>
internal sealed record Proved(DocumentText Text, IReadOnlyList<ProofSearch> Searches, int ValueCount);
