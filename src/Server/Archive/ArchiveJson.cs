using System.Text.Json.Serialization;

namespace Strongroom.Server.Archive;

/// <summary>The shapes of this slice as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FileRequest))]
[JsonSerializable(typeof(FiledDocument))]
[JsonSerializable(typeof(SearchRequest))]
[JsonSerializable(typeof(SearchAnswer))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
