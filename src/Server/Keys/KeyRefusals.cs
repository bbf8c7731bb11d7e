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

    public static readonly Refusal AlreadyMade = new(
        RefusalKind.Conflict, "not-allowed", "This installation has its keys already. They are made once.");
}
