namespace Strongroom.Server.Shell;

/// <summary>
/// Tells at once that something changed in the folders of certificate files. Where the system has no watch to give,
/// looking now and then has to do.
/// </summary>
internal sealed class CertificateWatch(Action changed) : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];
    private string[] _folders = [];

    /// <summary>Watches the folders of these files, and no others any more.</summary>
    public void Follow(IReadOnlyList<string> files)
    {
        string[] folders = [.. files.Select(file => Path.GetDirectoryName(Path.GetFullPath(file))!).Distinct(
            StringComparer.Ordinal)];
        if (folders.SequenceEqual(_folders))
        {
            return;
        }

        Dispose();
        _folders = folders;
        foreach (string folder in folders)
        {
            try
            {
                Watch(folder);
            }
            catch (Exception none) when (none is IOException or ArgumentException)
            {
                // No watch is left, or the folder is not there yet: the timer looks.
            }
        }
    }

    public void Dispose()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        _watchers.Clear();
    }

    private void Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder);
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }
}
