namespace Strongroom.Sealing;

/// <summary>One entry as it stands in the keyring's JSON file.</summary>
internal sealed record KeyringFileEntry
{
    public required string Purpose { get; init; }

    public required string? Compartment { get; init; }

    public required uint Generation { get; init; }

    public required string Created { get; init; }

    public required byte[] SealedKey { get; init; }
}
