using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Strongroom.Sealing;

/// <summary>The one JSON text of a keyring: two spaces, line feeds, members in order, base 64 unescaped.</summary>
internal sealed partial class KeyringJson
{
    private const int LengthLimit = 64 * 1024 * 1024;

    private static readonly KeyringJsonContext Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // base 64 has a plus sign
        IndentSize = 2,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    });

    /// <summary>The text, with a line feed at its end.</summary>
    public static byte[] Write(KeyringFile file) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(file, Context.KeyringFile), (byte)'\n'];

    /// <summary>Reads a text; false unless writing gives the very same bytes again.</summary>
    public static bool TryRead(ReadOnlySpan<byte> untrusted, [NotNullWhen(true)] out KeyringFile? file)
    {
        file = null;
        if (untrusted.Length > LengthLimit)
        {
            return false;
        }

        try
        {
            KeyringFile? found = JsonSerializer.Deserialize(untrusted, Context.KeyringFile);
            file = found is not null && CryptographicOperations.FixedTimeEquals(Write(found), untrusted) ? found : null;
        }
        catch (JsonException)
        {
            // Malformed input is an answer, not an exception.
        }

        return file is not null;
    }

    [JsonSerializable(typeof(KeyringFile))]
    private sealed partial class KeyringJsonContext : JsonSerializerContext;
}
