using System.Text.Json.Serialization;

namespace Strongroom.Server.Agreements;

/// <summary>The shapes that this slice reads and writes; a null where none may be is malformed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(AgreementCard))]
[JsonSerializable(typeof(AgreementList))]
[JsonSerializable(typeof(SignRequest))]
[JsonSerializable(typeof(ReceiptCard))]
[JsonSerializable(typeof(ReceiptChecks))]
[JsonSerializable(typeof(SignerList))]
internal sealed partial class AgreementsJson : JsonSerializerContext;
