namespace Strongroom.Server.KeyHolders;

/// <summary>The inventory of keys.</summary>
/// <param name="Revision">The keyring's revision.</param>
/// <param name="Shares">The shares of the unseal key; left out where it is not split.</param>
/// <param name="IsUnattended">Whether the unseal key also lies in a file.</param>
/// <param name="Items">Every key that the keyring holds.</param>
internal sealed record KeyList(
    long Revision, ShareList? Shares, bool IsUnattended, IReadOnlyList<ListedKey> Items);
