using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>
/// Draws a new unseal key and a new root pair and seals every key of the installation to it, because a key holder came
/// or went, a year is over, or somebody may know the former. The former unseal key, its shares and its sheet open
/// nothing of the new keyring.
/// </summary>
internal sealed class RenewRoot(
    OpenInstallation opening, KeyringStore store, UnsealKeyFile unsealKeyFile, DataFolder data)
{
    /// <param name="holders">
    /// The key holders in order, each with the lock of the numbered code; empty where the key is not split.
    /// </param>
    /// <param name="needed">How many of them are needed.</param>
    /// <param name="isUnattended">Whether the key also lies in the file, for opening without anybody.</param>
    /// <param name="cancellation">Ends it before anything is written.</param>
    /// <returns>The generation, and the sheet of the key where it is not split; the caller wipes the key.</returns>
    /// <exception cref="RefusedException">The unseal key of now is not there; nothing was changed.</exception>
    public async Task<(uint Generation, SecretBytes UnsealKey)> RunAsync(
        IReadOnlyList<(string Name, ShareLock Lock)> holders, int needed, bool isUnattended,
        CancellationToken cancellation)
    {
        SecretBytes unsealKey = SecretBytes.Random(UnsealKeyFile.KeyLength);
        try
        {
            uint generation = 0;
            await store.RenewAsync(
                keyring =>
                {
                    (Keyring renewed, generation) = Renew(keyring, unsealKey, holders, needed);
                    if (isUnattended)
                    {
                        KeepNext(unsealKey);
                    }

                    return renewed;
                },
                cancellation);
            Finish(isUnattended);
            return (generation, unsealKey);
        }
        catch
        {
            unsealKey.Dispose();
            throw;
        }
    }

    private (Keyring Renewed, uint Generation) Renew(
        Keyring keyring, SecretBytes unsealKey, IReadOnlyList<(string Name, ShareLock Lock)> holders, int needed)
    {
        using RootBlock former = opening.OpenRootBlock();
        using AgeIdentity root = AgeIdentity.New();
        uint generation = checked(former.Generation + 1);
        ShareRecord? record = holders.Count == 0 ? null : WriteShares(unsealKey, generation, holders, needed);
        byte[] block = RootBlock.Seal(unsealKey, root, former.AuditKey, generation);
        Keyring renewed = keyring.Renew(former.Root, root.Recipient, block, record)
            ?? throw new RefusedException(KeyRefusals.KeyringNotOurs);
        return (renewed, generation);
    }

    /// <summary>Writes the share files; they are of no use before the keyring names them.</summary>
    private ShareRecord WriteShares(
        SecretBytes unsealKey, uint generation, IReadOnlyList<(string Name, ShareLock Lock)> holders, int needed)
    {
        IReadOnlyList<KeyShare> shares = ShareSet.Split(unsealKey, generation, needed, holders.Count);
        try
        {
            DataFolder.MakeFolder(data.SharesFolder);
            foreach ((KeyShare share, (_, ShareLock holder)) in shares.Zip(holders))
            {
                DurableFile.Replace(
                    data.ShareFile(share.Set, share.Number), Sealing.ShareFile.Seal(share, holder).ToBytes());
            }

            return ShareRecord.Of(shares, [.. holders.Select(holder => holder.Name)]);
        }
        finally
        {
            foreach (KeyShare share in shares)
            {
                share.Dispose();
            }
        }
    }

    private void KeepNext(SecretBytes unsealKey)
    {
        try
        {
            unsealKeyFile.KeepNext(unsealKey);
        }
        catch (Exception readOnly) when (readOnly is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(KeyRefusals.UnsealKeyReadOnly);
        }
    }

    /// <summary>Takes away what opens nothing any more.</summary>
    private void Finish(bool isUnattended)
    {
        if (isUnattended)
        {
            unsealKeyFile.TakeNext();
        }
        else
        {
            unsealKeyFile.Remove();
        }

        string? current = store.Shares?.Set;
        foreach (string file in Directory.Exists(data.SharesFolder) ? Directory.GetFiles(data.SharesFolder) : [])
        {
            if (current is null || !Path.GetFileName(file).StartsWith(current, StringComparison.Ordinal))
            {
                File.Delete(file);
            }
        }
    }
}
