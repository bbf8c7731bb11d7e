using System.Text.Json;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>
/// Writes ids and codes as their text form; reads them back, refusing anything else without repeating it.
/// </summary>
/// <typeparam name="TId">An id or a code.</typeparam>
public sealed class IdJsonConverter<TId> : JsonConverter<TId>
    where TId : class, IParsable<TId>
{
    /// <inheritdoc />
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TId.TryParse(reader.GetString(), null, out TId? id)
            ? id
            : throw new JsonException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value?.ToString());
    }
}
