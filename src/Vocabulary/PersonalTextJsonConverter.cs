using System.Text.Json;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>
/// Reads personal text from a request; refuses to write it, so that no answer carries it by accident.
/// </summary>
public sealed class PersonalTextJsonConverter : JsonConverter<PersonalText>
{
    /// <inheritdoc />
    public override PersonalText? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new PersonalText(reader.GetString()!) : throw new JsonException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options) =>
        throw new NotSupportedException("personal text does not serialize: call Reveal where a reveal is meant");
}
