using System.Text.Json.Serialization;

namespace Strongroom.Server.Shell;

/// <summary>How the shell's answers are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class ShellJson : JsonSerializerContext;
