using System.Text.Json.Serialization;

namespace Strongroom.Server.Redaction;

/// <summary>The shapes of sealed records and job settings as JSON; they never leave the server.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DocumentCard))]
[JsonSerializable(typeof(IReadOnlyList<Box>))]
[JsonSerializable(typeof(CopyWords))]
[JsonSerializable(typeof(DocumentTask))]
internal sealed partial class RedactionRecordsJson : JsonSerializerContext;
