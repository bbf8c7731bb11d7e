using System.Text.Json.Serialization;

namespace Strongroom.Server.KeyHolders;

/// <summary>The shapes of this slice as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PresentRequest))]
[JsonSerializable(typeof(OpeningState))]
[JsonSerializable(typeof(SplitRequest))]
[JsonSerializable(typeof(SplitCard))]
[JsonSerializable(typeof(DrawnCode))]
[JsonSerializable(typeof(AcknowledgeRequest))]
[JsonSerializable(typeof(SplitResult))]
[JsonSerializable(typeof(ShareSheetCard))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(RotatedCompartments))]
internal sealed partial class KeyHoldersJson : JsonSerializerContext;
