using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>What of a document lies in the archive.</summary>
/// <param name="Copy">The copy that was filed.</param>
/// <param name="File">The sealed file in the archive.</param>
/// <param name="Words">The sealed record of its words.</param>
/// <param name="Proof">The sealed record of its proof.</param>
/// <param name="At">When.</param>
internal sealed record FiledCard(RecordId Copy, StoredFile File, RecordId Words, RecordId Proof, DateTimeOffset At);
