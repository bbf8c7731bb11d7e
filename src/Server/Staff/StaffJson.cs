using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Strongroom.Server.Staff;

/// <summary>The shapes that this slice reads and writes; a null where none may be is malformed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LogInRequest))]
[JsonSerializable(typeof(SessionCard))]
[JsonSerializable(typeof(StepUpRequest))]
[JsonSerializable(typeof(JoinRequest))]
[JsonSerializable(typeof(FactorRequest))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(OwnSessionCard))]
[JsonSerializable(typeof(PasskeyAnswer))]
[JsonSerializable(typeof(PasskeyCard))]
[JsonSerializable(typeof(PasskeyList))]
[JsonSerializable(typeof(PasskeyNameRequest))]
[JsonSerializable(typeof(PasskeyOptionsCard))]
[JsonSerializable(typeof(PasskeyRequest))]
[JsonSerializable(typeof(SessionList))]
[JsonSerializable(typeof(StepUpActRequest))]
[JsonSerializable(typeof(MeCard))]
[JsonSerializable(typeof(InviteRequest))]
[JsonSerializable(typeof(InvitationCard))]
[JsonSerializable(typeof(InvitationRequest))]
[JsonSerializable(typeof(AcceptRequest))]
[JsonSerializable(typeof(FactorCard))]
[JsonSerializable(typeof(JoinedCard))]
[JsonSerializable(typeof(StaffCard))]
[JsonSerializable(typeof(StaffList))]
[JsonSerializable(typeof(ChangeRequest))]
[JsonSerializable(typeof(ScreeningRequest))]
[JsonSerializable(typeof(ScreeningCard))]
[JsonSerializable(typeof(ScreeningList))]
[JsonSerializable(typeof(ServiceAccountRequest))]
[JsonSerializable(typeof(ServiceAccountCard))]
[JsonSerializable(typeof(ServiceAccountList))]
internal sealed partial class StaffJson : JsonSerializerContext;
