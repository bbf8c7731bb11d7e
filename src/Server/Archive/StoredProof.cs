using System.Text.Json;

namespace Strongroom.Server.Archive;

/// <summary>Reads a stored proof again, by its JSON (<c>docs/formats/redaction-proof.md</c>).</summary>
internal static class StoredProof
{
    private const int Version = 1;

    /// <summary>Whether the proof says that nothing is left, and speaks of bytes with this SHA-256.</summary>
    public static bool HoldsFor(ReadOnlyMemory<byte> untrustedProof, ReadOnlySpan<byte> hash)
    {
        try
        {
            using var json = JsonDocument.Parse(untrustedProof);
            JsonElement proof = json.RootElement;
            return proof.GetProperty("version").GetInt32() == Version
                && proof.GetProperty("holds").GetBoolean()
                && proof.GetProperty("undecided").GetInt32() == 0
                && proof.GetProperty("searches") is { } searches && searches.GetArrayLength() > 0
                && searches.EnumerateArray().All(search => search.GetProperty("hits").GetInt32() == 0)
                && proof.GetProperty("copy").GetString() == "sha256:" + Convert.ToHexStringLower(hash);
        }
        catch (Exception malformed) when (
            malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}
