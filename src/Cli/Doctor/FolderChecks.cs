namespace Strongroom.Cli.Doctor;

/// <summary>Looks at the two folders: who may enter, who holds them, and that the key is not beside what it
/// opens.</summary>
internal static class FolderChecks
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static IEnumerable<Check> Run(Surroundings surroundings)
    {
        string key = surroundings.UnsealKeyFile ?? Path.Combine(surroundings.CredentialsPath, "unseal-key");
        return
        [
            Closed("credentials folder", surroundings.CredentialsPath),
            Closed("data folder", surroundings.DataPath),
            Lock(surroundings.DataPath),
            Apart(surroundings.DataPath, key),
            Key(key),
        ];
    }

    private static Check Closed(string name, string folder)
    {
        if (!Directory.Exists(folder))
        {
            return Check.Warning(name, $"{folder} is not there yet; the first start makes it");
        }

        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder) & Others) == UnixFileMode.None
            ? Check.Good(name, folder)
            : Check.Bad(name, $"{folder} is open to other accounts: chmod 700");
    }

    private static Check Lock(string data)
    {
        string file = Path.Combine(data, "lock");
        if (!File.Exists(file))
        {
            return Check.Good("data folder's lock", "nobody holds it");
        }

        try
        {
            using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return Check.Good("data folder's lock", "nobody holds it");
        }
        catch (IOException)
        {
            return Check.Good("data folder's lock", "a server holds it");
        }
        catch (UnauthorizedAccessException)
        {
            return Check.Warning("data folder's lock", "this account may not look at it");
        }
    }

    private static Check Apart(string data, string key)
    {
        string relative = Path.GetRelativePath(Path.GetFullPath(data), Path.GetFullPath(key));
        bool isApart = relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative);
        return isApart
            ? Check.Good("unseal key apart from the data", key)
            : Check.Bad(
                "unseal key apart from the data", "it lies inside the data folder: whoever has the one has the other");
    }

    private static Check Key(string key)
    {
        if (!File.Exists(key))
        {
            return Check.Warning("unseal key", "there is none yet; the claim makes it");
        }

        bool isOpen = !OperatingSystem.IsWindows() && (File.GetUnixFileMode(key) & Others) != UnixFileMode.None;
        return isOpen
            ? Check.Bad("unseal key", "other accounts may read it: chmod 600")
            : Check.Warning("unseal key", "in a file beside the server: a stolen whole machine is everything");
    }
}
