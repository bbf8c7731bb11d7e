namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// The document was rebuilt without the removed values, and that was proved on the bytes of the copy.
/// </summary>
/// <param name="Copy">The redacted copy.</param>
/// <param name="Text">
/// The text of the copy, read back from its bytes: for a second match and for the archive's words.
/// </param>
/// <param name="Proof">The evidence.</param>
public sealed record RedactedAnswer(
    ReadOnlyMemory<byte> Copy, DocumentText Text, RedactionProof Proof) : RedactorAnswer;
