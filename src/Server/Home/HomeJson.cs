using System.Text.Json;
using System.Text.Json.Serialization;

namespace Strongroom.Server.Home;

/// <summary>How invented customers are written as the API takes them.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class HomeJson : JsonSerializerContext;
