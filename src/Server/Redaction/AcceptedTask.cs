using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>Work on a document that has been taken on.</summary>
/// <param name="Document">The document.</param>
/// <param name="Job">Its job; <c>GET /jobs/{id}</c> follows it.</param>
/// <param name="Copy">The copy that the job makes; null where it reads.</param>
internal sealed record AcceptedTask(DocumentId Document, JobId Job, RecordId? Copy);
