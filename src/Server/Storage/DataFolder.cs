using System.Globalization;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>Where everything lies under the data folder; the one place that spells these names.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>The store format that this program writes. A newer one is refused.</summary>
    public const int Format = 1;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        Root = path;
        _lock = held;
    }

    public string Root { get; }

    public string RegistryFile => RegistryFileOf(Root);

    public string KeyringFile => Path.Combine(Root, "keyring");

    /// <summary>Where the key holders' shares lie, each sealed under its holder's code.</summary>
    public string SharesFolder => Path.Combine(Root, "shares");

    /// <summary>The public forms that are published, signed.</summary>
    public string FormsFile => Path.Combine(Root, "intake-forms");

    public string AuditFolder => Path.Combine(Root, "audit");

    public string ArchiveFolder => Path.Combine(Root, "archive");

    /// <summary>Where databases that an administrator has prepared wait to be taken in.</summary>
    public string StockFolder => StockFolderOf(Root);

    public string SpoolFolder => Path.Combine(Root, "spool");

    /// <summary>Opens the folder, makes it on the first start, and holds its lock: one server a data folder.</summary>
    /// <exception cref="RefusedException">It is held by another process, or a newer program has written it.</exception>
    public static DataFolder Open(string path)
    {
        string root = Path.GetFullPath(path);
        MakeFolder(root);
        FileStream held = Hold(Path.Combine(root, "lock"));
        try
        {
            CheckFormat(Path.Combine(root, "VERSION"));
            var folder = new DataFolder(root, held);
            MakeFolder(Path.Combine(root, "compartments"));
            MakeFolder(folder.AuditFolder);
            MakeFolder(folder.ArchiveFolder);
            EmptySpool(folder.SpoolFolder);
            return folder;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>A key holder's share.</summary>
    public string ShareFile(string set, int number) => Path.Combine(
        SharesFolder, string.Create(CultureInfo.InvariantCulture, $"{set}-{number}.json"));

    public string CompartmentFolder(CompartmentId compartment) =>
        Path.Combine(Root, "compartments", compartment.ToString());

    /// <summary>Where a compartment's sealed originals and copies lie.</summary>
    public string DocumentsFolder(CompartmentId compartment) =>
        Path.Combine(CompartmentFolder(compartment), "documents");

    /// <summary>Where lists for recipients lie, sealed, until they are a day old.</summary>
    public string ExportsFolder(CompartmentId compartment) => Path.Combine(CompartmentFolder(compartment), "exports");

    /// <summary>Where what the public sent to a compartment waits, sealed.</summary>
    public string InboxFolder(CompartmentId compartment) => Path.Combine(CompartmentFolder(compartment), "inbox");

    /// <summary>Where what could not be taken in lies, sealed as it came.</summary>
    public string AsideFolder(CompartmentId compartment) => Path.Combine(InboxFolder(compartment), "aside");

    /// <summary>Where what a compartment has filed lies, sealed.</summary>
    public string ArchiveFolderOf(CompartmentId compartment) => Path.Combine(ArchiveFolder, compartment.ToString());

    /// <summary>The same for a data folder that is not opened, because a server holds it.</summary>
    public static string StockFolderOf(string root) => Path.Combine(Path.GetFullPath(root), "database-stock");

    /// <summary>Where the registry of the embedded store is, in a data folder that is not opened.</summary>
    public static string RegistryFileOf(string root) => Path.Combine(Path.GetFullPath(root), "registry.db");

    /// <summary>Makes a folder that only the service's own account can enter.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerOnly);
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Hold(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new RefusedException(StorageRefusals.FolderInUse);
        }
    }

    private static void CheckFormat(string file)
    {
        if (!File.Exists(file))
        {
            DurableFile.Replace(
                file, System.Text.Encoding.ASCII.GetBytes(Format.ToString(CultureInfo.InvariantCulture) + "\n"));
            return;
        }

        bool read = int.TryParse(
            File.ReadAllText(file).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int found);
        if (!read || found > Format)
        {
            throw new RefusedException(StorageRefusals.StoreNewer);
        }
    }

    private static void EmptySpool(string spool)
    {
        if (Directory.Exists(spool))
        {
            Directory.Delete(spool, recursive: true);
        }

        MakeFolder(spool);
    }
}
