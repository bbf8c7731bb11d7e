using System.Text.Json;
using System.Text.Json.Serialization;

namespace Strongroom.Sealing;

/// <summary>
/// Refuses to read or write secrets, so that none reaches an answer, a settings file or a log by accident.
/// </summary>
public sealed class SecretBytesJsonConverter : JsonConverter<SecretBytes>
{
    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public override SecretBytes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("secrets do not come from JSON");

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(Utf8JsonWriter writer, SecretBytes value, JsonSerializerOptions options) =>
        throw new NotSupportedException("secrets do not serialize");
}
