using System.Text.Json.Serialization;

namespace Strongroom.Sealing;

/// <summary>The keyring as it stands in its JSON file; the order of the members is that of the file.</summary>
internal sealed record KeyringFile
{
    public required string Format { get; init; }

    public required long Revision { get; init; }

    public required string Root { get; init; }

    public required byte[] RootBlock { get; init; }

    public required IReadOnlyList<KeyringFileEntry> Entries { get; init; }

    /// <summary>The shares of the unseal key; left out where it is not split.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShareRecord? Shares { get; init; }

    public required byte[] Signature { get; init; }
}
