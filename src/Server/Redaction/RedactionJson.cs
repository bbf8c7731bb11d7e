using System.Text.Json.Serialization;

namespace Strongroom.Server.Redaction;

/// <summary>The shapes of this slice's requests and answers as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AcceptedTask))]
[JsonSerializable(typeof(ViewedDocument))]
[JsonSerializable(typeof(DocumentList))]
[JsonSerializable(typeof(BoxesAnswer))]
[JsonSerializable(typeof(DecideRequest))]
[JsonSerializable(typeof(CopyRequest))]
[JsonSerializable(typeof(TextAnswer))]
[JsonSerializable(typeof(PageList))]
internal sealed partial class RedactionJson : JsonSerializerContext;
