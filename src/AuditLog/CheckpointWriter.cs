using System.Security.Cryptography;

namespace Strongroom.AuditLog;

/// <summary>
/// Signs the head of the tree and puts it in place, after the tiles that it needs. Its user calls it from one place at
/// a time.
/// </summary>
internal sealed class CheckpointWriter(AuditJournalOptions options, OpenedLog log)
{
    private readonly LogFolder _folder = new(options.Directory);
    private volatile Checkpoint _newest = log.Newest;

    public Checkpoint Newest => _newest;

    public Checkpoint Write()
    {
        TreeHead head = log.State.Head();
        if (!CryptographicOperations.FixedTimeEquals(File.ReadAllBytes(_folder.Checkpoint), _newest.ToBytes()))
        {
            throw new AuditUnavailableException("somebody else wrote the checkpoint of this audit log");
        }

        if (head.Size == _newest.Size)
        {
            return _newest;
        }

        foreach ((TilePlace place, byte[] hashes) in head.PartialTiles)
        {
            log.Tiles.Write(place, hashes);
        }

        log.Tiles.SyncAll();
        Checkpoint next = Checkpoint.Sign(options.Origin, head.Size, head.Root, options.Key);
        DurableFile.Replace(_folder.Checkpoint, next.ToBytes());
        _newest = next;
        return next;
    }
}
