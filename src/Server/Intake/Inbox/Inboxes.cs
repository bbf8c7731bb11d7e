using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>The folders in which submissions wait: what lies there, how much, and what was set aside.</summary>
internal sealed class Inboxes(DataFolder data)
{
    private const string Suffix = ".age";

    /// <summary>The files that wait, in no order that means anything.</summary>
    public IReadOnlyList<string> Waiting(CompartmentId compartment, int most)
    {
        string folder = data.InboxFolder(compartment);
        return Directory.Exists(folder) ? [.. Entries(folder).Take(most)] : [];
    }

    public int CountWaiting(CompartmentId compartment)
    {
        string folder = data.InboxFolder(compartment);
        return Directory.Exists(folder) ? Entries(folder).Count() : 0;
    }

    public int CountAside(CompartmentId compartment)
    {
        string folder = data.AsideFolder(compartment);
        return Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Count() : 0;
    }

    /// <summary>Where a submission of that name waits.</summary>
    public string PathOf(CompartmentId compartment, string name) =>
        Path.Combine(data.InboxFolder(compartment), name + Suffix);

    public static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    /// <summary>The bytes of a file; null where it is none that we wrote: a folder, a pipe, a link, too long.</summary>
    public static byte[]? TryRead(string file)
    {
        var found = new FileInfo(file);
        if (!found.Exists || found.LinkTarget is not null || found.Length is 0 or > Submission.LongestFile)
        {
            return null;
        }

        try
        {
            return File.ReadAllBytes(file);
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Moves a file out of the way as it is; it is kept, counted, and tried no more.</summary>
    public void SetAside(CompartmentId compartment, string file)
    {
        string aside = data.AsideFolder(compartment);
        DataFolder.MakeFolder(aside);
        string target = Path.Combine(aside, Path.GetFileName(file));
        if (Directory.Exists(file))
        {
            Directory.Move(file, target);
        }
        else
        {
            File.Move(file, target, overwrite: true);
        }
    }

    /// <summary>Takes away what a crash left half-written; nobody heard that it was taken.</summary>
    public void Tidy()
    {
        foreach (string inbox in Directory.EnumerateDirectories(Path.Combine(data.Root, "compartments"))
            .Select(folder => Path.Combine(folder, "inbox")).Where(Directory.Exists))
        {
            foreach (string left in Directory.EnumerateFiles(inbox, "*" + DurableFile.FreshSuffix))
            {
                File.Delete(left);
            }
        }
    }

    private static IEnumerable<string> Entries(string folder) =>
        Directory.EnumerateFileSystemEntries(folder, "*" + Suffix);
}
