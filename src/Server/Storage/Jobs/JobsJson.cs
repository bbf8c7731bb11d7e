using System.Text.Json.Serialization;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>The shapes of jobs as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JobList))]
[JsonSerializable(typeof(JobCard))]
internal sealed partial class JobsJson : JsonSerializerContext;
