using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>A sealed record of a document, and its newest version.</summary>
internal sealed record RecordVersion(RecordId Id, long Version);
