using System.Text.Json.Serialization;

namespace Strongroom.Server.Checks;

/// <summary>The shapes of this slice as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckList))]
[JsonSerializable(typeof(AcknowledgeRequest))]
internal sealed partial class ChecksJson : JsonSerializerContext;
