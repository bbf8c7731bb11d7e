using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>
/// Makes the installation's keys, once: the unseal key (kept outside the data folder), the root pair that it opens, the
/// audit-signing key that signs the keyring, and the rest, each random. The root's private half is wiped before this
/// returns.
/// </summary>
internal sealed class KeyCeremony(
    UnsealKeyFile unsealKeyFile, KeyringStore store, InstallationKeys keys, TimeProvider time)
{
    private const uint FirstGeneration = 1;

    /// <exception cref="RefusedException">The installation has its keys already.</exception>
    public Task CreateAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (store.Exists)
        {
            throw new RefusedException(KeyRefusals.AlreadyMade);
        }

        using SealingKey unsealKey = unsealKeyFile.Make();
        using AgeIdentity root = AgeIdentity.New();
        var made = new OpenKeys
        {
            AuditSigning = SigningKey.New(),
            AuditBody = SealingKey.New(FirstGeneration),
            Pepper = KeyedHash.New(),
            Session = KeyedHash.New(),
            CodeRoute = KeyedHash.New(),
        };
        byte[] rootBlock = RootBlock.Seal(unsealKey, root, made.AuditSigning.Public, FirstGeneration);
        Keyring keyring = Keyring.New(root.Recipient, rootBlock).With(
            Entry(root.Recipient, KeyPurpose.AuditSigning, made.AuditSigning.CopySeed()),
            Entry(root.Recipient, KeyPurpose.AuditBody, made.AuditBody.CopySecret()),
            Entry(root.Recipient, KeyPurpose.PasswordPepper, made.Pepper.CopySecret()),
            Entry(root.Recipient, KeyPurpose.Session, made.Session.CopySecret()),
            Entry(root.Recipient, KeyPurpose.CodeRoute, made.CodeRoute.CopySecret()),
            Entry(root.Recipient, KeyPurpose.Backup, SecretBytes.Random(32)));
        store.WriteFirst(keyring, made.AuditSigning);
        keys.Take(made);
        return Task.CompletedTask;
    }

    private KeyringEntry Entry(AgeRecipient root, KeyPurpose purpose, SecretBytes secret)
    {
        using (secret)
        {
            return KeyringEntry.Seal(root, purpose, null, FirstGeneration, secret, time.GetUtcNow());
        }
    }
}
