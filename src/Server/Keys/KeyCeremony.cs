using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>
/// Makes the installation's keys, once: the unseal key (kept outside the data folder), the root pair that it opens, the
/// audit-signing key that signs the keyring, and the rest, each random. Drawing touches no disk, so that a claim that
/// is given up leaves nothing; the root's private half is wiped before it returns.
/// </summary>
internal sealed class KeyCeremony(
    UnsealKeyFile unsealKeyFile, KeyringStore store, InstallationKeys keys, TimeProvider time)
{
    private const uint FirstGeneration = 1;

    /// <summary>Draws every key; an unseal key that is there already is taken.</summary>
    /// <exception cref="RefusedException">The installation has its keys already.</exception>
    public DrawnKeys Draw()
    {
        RefuseSecond();
        SecretBytes unsealSecret = unsealKeyFile.Exists
            ? unsealKeyFile.ReadSecret()
            : SecretBytes.Random(UnsealKeyFile.KeyLength);
        using AgeIdentity root = AgeIdentity.New();
        var made = new OpenKeys
        {
            AuditSigning = SigningKey.New(),
            AuditBody = SealingKey.New(FirstGeneration),
            Pepper = KeyedHash.New(),
            Session = KeyedHash.New(),
            CodeRoute = KeyedHash.New(),
            Database = SealingKey.New(FirstGeneration),
        };
        byte[] rootBlock = RootBlock.Seal(unsealSecret, root, made.AuditSigning.Public, FirstGeneration);
        Keyring keyring = Keyring.New(root.Recipient, rootBlock).With(
            Entry(root.Recipient, KeyPurpose.AuditSigning, made.AuditSigning.CopySeed()),
            Entry(root.Recipient, KeyPurpose.AuditBody, made.AuditBody.CopySecret()),
            Entry(root.Recipient, KeyPurpose.PasswordPepper, made.Pepper.CopySecret()),
            Entry(root.Recipient, KeyPurpose.Session, made.Session.CopySecret()),
            Entry(root.Recipient, KeyPurpose.CodeRoute, made.CodeRoute.CopySecret()),
            Entry(root.Recipient, KeyPurpose.Database, made.Database.CopySecret()),
            Entry(root.Recipient, KeyPurpose.Backup, SecretBytes.Random(32)));
        return new DrawnKeys { UnsealKey = unsealSecret, Keyring = keyring, Installation = made };
    }

    /// <summary>Writes the unseal key, then the keyring, and opens the installation with them.</summary>
    /// <exception cref="RefusedException">The installation has its keys already, or another unseal key came
    /// meanwhile.</exception>
    public void Keep(DrawnKeys drawn)
    {
        RefuseSecond();
        unsealKeyFile.Keep(drawn.UnsealKey);
        store.WriteFirst(drawn.Keyring, drawn.Installation.AuditSigning);
        keys.Take(drawn.TakeInstallation());
    }

    private void RefuseSecond()
    {
        if (store.Exists)
        {
            throw new RefusedException(KeyRefusals.AlreadyMade);
        }
    }

    private KeyringEntry Entry(AgeRecipient root, KeyPurpose purpose, SecretBytes secret)
    {
        using (secret)
        {
            return KeyringEntry.Seal(root, purpose, null, FirstGeneration, secret, time.GetUtcNow());
        }
    }
}
