using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>A sealed file of a document.</summary>
/// <param name="Id">Names the file on the disk; random.</param>
/// <param name="Length">Length of the content in bytes.</param>
/// <param name="Hash">SHA-256 of the content.</param>
internal sealed record StoredFile(RecordId Id, long Length, byte[] Hash);
