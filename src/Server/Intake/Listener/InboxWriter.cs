using System.Collections.Concurrent;
using Strongroom.Server.Intake.Inbox;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Listener;

/// <summary>
/// Puts sealed submissions into an inbox, durably: file and folder are synced before this says that one is kept.
/// </summary>
internal sealed class InboxWriter(DataFolder data, Inboxes inboxes, InboxBell bell, Settings settings)
{
    private readonly ConcurrentDictionary<CompartmentId, InboxFolder> _folders = new();

    /// <summary>Keeps a submission under its name, once.</summary>
    /// <exception cref="IOException">The disk refused; nothing is there.</exception>
    public async Task<KeptState> KeepAsync(CompartmentId compartment, string name, byte[] file)
    {
        string path = inboxes.PathOf(compartment, name);
        InboxFolder folder = _folders.GetOrAdd(compartment, Prepare);
        if (!File.Exists(path) && !folder.TryTakeRoom(settings.MostWaiting))
        {
            return KeptState.Full;
        }

        // False where it is there already: the one that came first may still be on its way to the disk, so this waits
        // for the folder too.
        bool isNew = DurableFile.TryCreate(path, file);
        await folder.Sync.SyncAsync();
        bell.Ring();
        return isNew ? KeptState.New : KeptState.Again;
    }

    private InboxFolder Prepare(CompartmentId compartment)
    {
        string folder = data.InboxFolder(compartment);
        DataFolder.MakeFolder(folder);
        DurableFile.SyncFolder(data.CompartmentFolder(compartment));
        return new InboxFolder(folder, () => inboxes.CountWaiting(compartment));
    }
}
