using System.Text.Json.Serialization;
using Strongroom.Server.Compartments.Moving;
using Strongroom.Server.Compartments.Rotation;

namespace Strongroom.Server.Compartments;

/// <summary>The shapes of this slice as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CompartmentList))]
[JsonSerializable(typeof(ListedCompartment))]
[JsonSerializable(typeof(CreateCompartmentRequest))]
[JsonSerializable(typeof(BlastRadius))]
[JsonSerializable(typeof(MovedReport))]
[JsonSerializable(typeof(Rekeyed))]
internal sealed partial class CompartmentsJson : JsonSerializerContext;
