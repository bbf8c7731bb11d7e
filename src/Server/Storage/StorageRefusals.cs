using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>What the stores refuse.</summary>
internal static class StorageRefusals
{
    public static readonly Refusal FolderInUse = new(
        RefusalKind.NotReady, "not-ready",
        "Another Strongroom holds this data folder. Stop it first, or name another folder.");

    public static readonly Refusal StoreNewer = new(
        RefusalKind.NotReady, "store-newer",
        "A newer Strongroom has written this store. Start that version; nothing was changed.");

    public static readonly Refusal StoreUnavailable = new(
        RefusalKind.NotReady, "not-ready",
        "The store cannot be written now (is the disk full?). Nothing was changed; try again later.");

    public static readonly Refusal StoreDamaged = new(
        RefusalKind.NotReady, "not-ready",
        "This store is damaged or was put back from an older copy. Restore it from a verified backup.");
}
