using Strongroom.Vocabulary;

namespace Strongroom.Server.Archive;

/// <summary>What to file.</summary>
/// <param name="Document">The document.</param>
/// <param name="Copy">Its redacted copy.</param>
internal sealed record FileRequest(DocumentId Document, RecordId Copy);
