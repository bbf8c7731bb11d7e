namespace Strongroom.Server.Intake.Listener;

/// <summary>One inbox as the listener fills it: its syncs, and how much may still wait in it.</summary>
/// <param name="folder">The folder.</param>
/// <param name="count">Counts what waits there; slow where much does.</param>
internal sealed class InboxFolder(string folder, Func<int> count)
{
    private readonly Lock _lock = new();
    private int _atMost = count();

    public FolderSync Sync { get; } = new(folder);

    /// <summary>
    /// Counts one more in; false where too many wait. What is taken in meanwhile is seen only when the limit is reached,
    /// so that not every submission costs a walk through the folder.
    /// </summary>
    public bool TryTakeRoom(int most)
    {
        lock (_lock)
        {
            if (_atMost >= most)
            {
                _atMost = count();
            }

            if (_atMost >= most)
            {
                return false;
            }

            _atMost++;
            return true;
        }
    }
}
