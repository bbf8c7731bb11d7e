using System.Text.Json.Serialization;

namespace Strongroom.Server.Recipients;

/// <summary>The shapes of this slice as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RecipientRequest))]
[JsonSerializable(typeof(RecipientCard))]
[JsonSerializable(typeof(RecipientList))]
[JsonSerializable(typeof(IssueRequest))]
[JsonSerializable(typeof(IssuedCode))]
[JsonSerializable(typeof(ResolutionRequest))]
[JsonSerializable(typeof(ResolvedCode))]
[JsonSerializable(typeof(ExportRequest))]
[JsonSerializable(typeof(ExportSettings))]
[JsonSerializable(typeof(ExportList))]
[JsonSerializable(typeof(SealedRecipientCode))]
internal sealed partial class RecipientsJson : JsonSerializerContext;
