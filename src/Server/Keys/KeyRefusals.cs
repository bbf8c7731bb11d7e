using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>What the keys refuse.</summary>
internal static class KeyRefusals
{
    public static readonly Refusal Sealed = new(
        RefusalKind.NotReady, "not-ready", "The system is sealed. It must be opened before it can answer this.");

    public static readonly Refusal CompartmentKeyAway = new(
        RefusalKind.NotReady, "compartment-closed",
        "This compartment is closed. Ask the owner or the security officer to open it.");

    public static readonly Refusal UnsealKeyMissing = new(
        RefusalKind.NotReady, "key-missing",
        "The unseal key file is not there. Put it back, or name it with STRONGROOM__Keys__UnsealKey_FILE.");

    public static readonly Refusal UnsealKeyWrong = new(
        RefusalKind.NotReady, "key-missing",
        "The unseal key does not open this installation. "
        + "Look for the key file that was made with it; nothing was changed.");

    public static readonly Refusal UnsealKeyInDataFolder = new(
        RefusalKind.NotReady, "key-missing",
        "The unseal key lies inside the data folder, where a thief of the data would find it. Move it out.");

    public static readonly Refusal KeyringNotOurs = new(
        RefusalKind.NotReady, "key-missing",
        "The keyring is damaged, not signed by this installation, or older than the audit log says. "
        + "Restore it; nothing was opened.");

    public static readonly Refusal KeyHoldersNeeded = new(
        RefusalKind.NotReady, "key-missing",
        "Key holders have to open this: enough of them present their shares on the page /opening, within ten minutes.");

    public static readonly Refusal NotSplit = new(
        RefusalKind.NotFound, "not-found",
        "The unseal key is not split among key holders. The recovery sheet opens, or the key's file and a new start.");

    public static readonly Refusal ShareFileMissing = new(
        RefusalKind.NotFound, "key-missing",
        "There is no share file for this key holder. Check the number, put the file back, or type the share's sheet.");

    public static readonly Refusal ShareCodeWrong = new(
        RefusalKind.Unprocessable, "wrong-code",
        "This is not the code of this key holder, or the share file was changed. Nothing that others have presented is lost.");

    public static readonly Refusal ShareStale = new(
        RefusalKind.Unprocessable, "share-stale",
        "This share is of an earlier set, or was changed. Use the newest; what others have presented is not lost.");

    public static readonly Refusal SheetStale = new(
        RefusalKind.Unprocessable, "share-stale",
        "The unseal key is split among key holders since this sheet was printed, so the sheet opens nothing. Destroy it.");

    public static readonly Refusal DeskBusy = new(
        RefusalKind.TooMany, "rate-limited", "Several codes are being tried just now. Wait some seconds, then try again.");

    public static readonly Refusal UnsealKeyReadOnly = new(
        RefusalKind.Conflict, "not-allowed",
        "The file of the unseal key cannot be written where it lies, so the key cannot be changed. Put it into a folder of "
        + "the service, or give the unattended way up. Nothing was changed.");

    public static readonly Refusal AlreadyMade = new(
        RefusalKind.Conflict, "not-allowed", "This installation has its keys already. They are made once.");
}
