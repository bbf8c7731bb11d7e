using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>
/// Opens the installation with the unseal key: root block, keyring, installation keys, and the keys of the compartments
/// that are wanted. The root's private half lives only inside these calls.
/// </summary>
internal sealed class OpenInstallation(
    UnsealKeys unsealKeys, UnsealKeyFile unsealKeyFile, KeyringStore store, InstallationKeys keys, CompartmentKeyRing keyRing)
{
    /// <param name="isWanted">Which compartments to open now.</param>
    /// <exception cref="RefusedException">
    /// The key is missing or wrong, or the keyring is not this installation's; nothing is opened.
    /// </exception>
    public void Run(Func<CompartmentId, bool> isWanted)
    {
        (Keyring keyring, RootBlock block) = Unlock();
        using (block)
        {
            OpenKeys opened = OpenAll(keyring, block.Root);
            if (opened.AuditSigning.Public != block.AuditKey)
            {
                opened.Dispose();
                throw new RefusedException(KeyRefusals.KeyringNotOurs);
            }

            store.Take(keyring);
            keys.Take(opened);
            foreach (KeyringEntry entry in keyring.Entries.Where(
                entry => entry.Purpose == KeyPurpose.Compartment && isWanted(entry.Compartment!)))
            {
                TakeCompartment(entry, block.Root);
            }
        }
    }

    /// <summary>The unseal key's bytes, for the recovery sheet; the caller wipes them.</summary>
    public SecretBytes ReadUnsealKey() => unsealKeyFile.ReadSecret();

    /// <summary>Wipes every key again: what was opened turned out not to be this installation's newest state.</summary>
    public void Seal()
    {
        keyRing.Dispose();
        keys.Dispose();
    }

    /// <summary>Opens the key of one compartment that was closed; needs the unseal key again.</summary>
    public void OpenCompartmentKey(CompartmentId compartment)
    {
        (Keyring keyring, RootBlock block) = Unlock();
        using (block)
        {
            IReadOnlyList<KeyringEntry> entries = keyring.EntriesOf(KeyPurpose.Compartment, compartment);
            if (entries.Count == 0)
            {
                throw new RefusedException(KeyRefusals.KeyringNotOurs);
            }

            foreach (KeyringEntry entry in entries)
            {
                TakeCompartment(entry, block.Root);
            }
        }
    }

    /// <summary>The root block, opened for changing the root; the caller disposes of it at once.</summary>
    /// <exception cref="RefusedException">The unseal key is missing or wrong.</exception>
    public RootBlock OpenRootBlock() => Unlock().Block;

    private static OpenKeys OpenAll(Keyring keyring, AgeIdentity root) => new()
    {
        AuditSigning = SigningKey.TakeFrom(Secret(keyring, root, KeyPurpose.AuditSigning)),
        AuditBody = SealingKey.TakeFrom(Secret(keyring, root, KeyPurpose.AuditBody), 1),
        Pepper = KeyedHash.TakeFrom(Secret(keyring, root, KeyPurpose.PasswordPepper)),
        Session = KeyedHash.TakeFrom(Secret(keyring, root, KeyPurpose.Session)),
        CodeRoute = KeyedHash.TakeFrom(Secret(keyring, root, KeyPurpose.CodeRoute)),
        Database = keyring.FindNewest(KeyPurpose.Database, null) is { } database
            ? SealingKey.TakeFrom(Secret(database, root), database.Generation) : null,
    };

    private static byte[] Secret(Keyring keyring, AgeIdentity root, KeyPurpose purpose) =>
        keyring.FindNewest(purpose, null) is { } entry
            ? Secret(entry, root)
            : throw new RefusedException(KeyRefusals.KeyringNotOurs);

    private static byte[] Secret(KeyringEntry entry, AgeIdentity root)
    {
        if (!entry.TryOpen(root, out SecretBytes? secret))
        {
            throw new RefusedException(KeyRefusals.KeyringNotOurs);
        }

        using (secret)
        {
            return secret.Reveal().ToArray();
        }
    }

    private void TakeCompartment(KeyringEntry entry, AgeIdentity root) =>
        keyRing.Take(entry.Compartment!, SealingKey.TakeFrom(Secret(entry, root), entry.Generation));

    private (Keyring Keyring, RootBlock Block) Unlock()
    {
        byte[] file = store.ReadFile();
        if (!Keyring.TryReadRootBlock(file, out byte[]? rootBlock))
        {
            throw new RefusedException(KeyRefusals.KeyringNotOurs);
        }

        RootBlock block = OpenBlock(rootBlock);
        if (Keyring.TryRead(file, block.AuditKey, out Keyring? keyring))
        {
            return (keyring, block);
        }

        block.Dispose();
        throw new RefusedException(KeyRefusals.KeyringNotOurs);
    }

    private RootBlock OpenBlock(byte[] rootBlock)
    {
        IReadOnlyList<SecretBytes> candidates = unsealKeys.Take();
        try
        {
            foreach (SecretBytes unsealKey in candidates)
            {
                if (RootBlock.TryOpen(unsealKey, rootBlock, out RootBlock? block))
                {
                    return block;
                }
            }

            throw new RefusedException(KeyRefusals.UnsealKeyWrong);
        }
        finally
        {
            foreach (SecretBytes unsealKey in candidates)
            {
                unsealKey.Dispose();
            }
        }
    }
}
