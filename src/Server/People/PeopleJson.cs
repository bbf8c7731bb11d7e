using System.Text.Json.Serialization;

namespace Strongroom.Server.People;

/// <summary>The shapes that this slice reads and writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(GrantRequest))]
[JsonSerializable(typeof(GrantReach))]
internal sealed partial class PeopleJson : JsonSerializerContext;
