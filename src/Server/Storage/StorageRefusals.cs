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

    public static readonly Refusal DatabaseAway = new(
        RefusalKind.NotReady, "not-ready",
        "The database server does not answer. Nothing was changed that was not said to be; try again later.");

    public static readonly Refusal DatabaseRefuses = new(
        RefusalKind.NotReady, "not-ready",
        "The database server refuses this server's role or has no such database. Look at its log; nothing was changed.");

    public static readonly Refusal CompartmentInUse = new(
        RefusalKind.NotReady, "not-ready",
        "Another server writes this compartment. Stop one of the two; nothing was changed.");

    public static readonly Refusal ConnectionMissing = new(
        RefusalKind.NotReady, "not-ready",
        "The file with the connection string of the database is not there, or names no single server. Make it with "
        + "\"strongroom storage prepare\", or name it with STRONGROOM__Storage__ConnectionString_FILE.");

    public static readonly Refusal ConnectionUnencrypted = new(
        RefusalKind.NotReady, "not-ready",
        "The database is on another machine and its certificate would not be checked. "
        + "Add \"SSL Mode=VerifyFull\" (and \"Root Certificate=FILE\") to the connection string.");

    public static readonly Refusal CannotPrepare = new(
        RefusalKind.NotReady, "not-ready",
        "Databases cannot be prepared so. The server must be PostgreSQL 15 or newer, and the role in the file must be "
        + "allowed to make databases and roles.");

    public static readonly Refusal OtherKind = new(
        RefusalKind.NotReady, "not-ready",
        "This data folder belongs to another kind of storage. Set STRONGROOM__Storage__Kind to what it was made with.");

    public static readonly Refusal StoreDamaged = new(
        RefusalKind.NotReady, "not-ready",
        "This store is damaged or was put back from an older copy. Restore it from a verified backup.");

    public static readonly Refusal OwnerGone = new(
        RefusalKind.NotFound, "not-found", "The customer was erased meanwhile. Nothing was kept.");
}
