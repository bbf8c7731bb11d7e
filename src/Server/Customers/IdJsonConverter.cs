using System.Text.Json;
using System.Text.Json.Serialization;

namespace Strongroom.Server.Customers;

/// <summary>Writes ids and codes as their text form; reads them back, refusing anything else without repeating it.</summary>
internal sealed class IdJsonConverter<TId> : JsonConverter<TId>
    where TId : class, IParsable<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TId.TryParse(reader.GetString(), null, out TId? id) ? id : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
