using System.Text.Json;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>What a job of this slice is told.</summary>
/// <param name="Document">The document.</param>
/// <param name="Copy">The copy to make; null where the document is to be read.</param>
/// <param name="TakesLateFindings">Black out also what is found only once the boxes are applied.</param>
internal sealed record DocumentTask(DocumentId Document, RecordId? Copy = null, bool TakesLateFindings = false)
{
    public static DocumentTask Parse(string settings) =>
        JsonSerializer.Deserialize(settings, RedactionRecordsJson.Default.DocumentTask)!;

    public string ToJson() => JsonSerializer.Serialize(this, RedactionRecordsJson.Default.DocumentTask);
}
