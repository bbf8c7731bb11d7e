using System.Text.Json.Serialization;

namespace Strongroom.Server.Setup;

/// <summary>The shapes that this slice reads and writes; a null where none may be is malformed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClaimRequest))]
[JsonSerializable(typeof(ClaimedCard))]
[JsonSerializable(typeof(SetupCard))]
internal sealed partial class SetupJson : JsonSerializerContext;
