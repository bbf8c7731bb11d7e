using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Intake.Inbox;

namespace Strongroom.Server.Intake;

/// <summary>The shapes of this slice as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(FormSet))]
[JsonSerializable(typeof(Submission))]
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(EmbedRequest))]
[JsonSerializable(typeof(ListedForm))]
[JsonSerializable(typeof(FormList))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class IntakeJson : JsonSerializerContext;
