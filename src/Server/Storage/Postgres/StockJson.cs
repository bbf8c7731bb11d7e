using System.Text.Json.Serialization;

namespace Strongroom.Server.Storage.Postgres;

/// <summary>The shapes of the stock of databases as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PreparedPair))]
[JsonSerializable(typeof(PreparedReport))]
internal sealed partial class StockJson : JsonSerializerContext;
