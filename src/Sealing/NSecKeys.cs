using NSec.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// Brings private keys into libsodium's memory and out again, without a stray copy on the collected heap.
/// </summary>
internal static class NSecKeys
{
    // Keys travel between the keyring and libsodium's memory, so each can be copied out.
    public static KeyCreationParameters Exportable => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };

    public static Key Import(Algorithm algorithm, SecretBytes secret) =>
        Key.Import(algorithm, secret.Reveal(), KeyBlobFormat.RawPrivateKey, Exportable);

    public static SecretBytes Export(Key key)
    {
        SecretBytes copy = SecretBytes.Uninitialized(KeySize.Bytes, out Span<byte> toFill);
        if (!key.TryExport(KeyBlobFormat.RawPrivateKey, toFill, out int written) || written != KeySize.Bytes)
        {
            copy.Dispose();
            throw new InvalidOperationException("the key did not export as 32 bytes");
        }

        return copy;
    }
}
