using System.Text.Json.Serialization;

namespace Strongroom.Server.Audit;

/// <summary>The shapes that this slice writes as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(EntryList))]
[JsonSerializable(typeof(LogHead))]
[JsonSerializable(typeof(ListedEntry))]
internal sealed partial class AuditJson : JsonSerializerContext;
