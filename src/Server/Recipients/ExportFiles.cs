using Strongroom.Sealing;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>
/// The files of exports, sealed under the file key of the compartment that the export ends in, and destroyed a day after
/// the job has ended.
/// </summary>
internal sealed class ExportFiles(DataFolder data, JobStore jobs, TimeProvider time)
{
    /// <summary>How long a file may be taken.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private const string Column = "export";
    private const string Unfinished = ".part";

    public bool Exists(CompartmentId compartment, JobId job) => File.Exists(FileOf(compartment, job));

    /// <summary>Whether the file of a job may still be taken.</summary>
    public bool IsKept(JobRow job) => job is { State: JobState.Done, Compartment: { } compartment }
        && time.GetUtcNow() - job.ChangedAt < KeptFor && Exists(compartment, job.Id);

    /// <summary>Seals a file; it is there whole or not at all.</summary>
    public async Task KeepAsync(OpenCompartment open, JobId job, Stream plain, CancellationToken cancellation)
    {
        string file = FileOf(open.Facts.Id, job);
        string folder = data.ExportsFolder(open.Facts.Id);
        DataFolder.MakeFolder(folder);
        OwnerSeal seal = open.SealFor(job);
        await using (FileStream destination = File.Create(file + Unfinished))
        {
            await SealedFile.SealAsync(plain, destination, seal.Key, Context(seal, job), cancellation);
            await destination.FlushAsync(cancellation);
            RandomAccess.FlushToDisk(destination.SafeFileHandle);
        }

        File.Move(file + Unfinished, file, overwrite: true);
        DurableFile.SyncFolder(folder);
    }

    /// <summary>The file, opened.</summary>
    /// <exception cref="RefusedException">It was altered.</exception>
    public async Task<Stream> OpenAsync(OpenCompartment open, JobId job, CancellationToken cancellation)
    {
        OwnerSeal seal = open.SealFor(job);
        FileStream untrusted = File.OpenRead(FileOf(open.Facts.Id, job));
        SealedFileReader? reader = await SealedFile.TryOpenAsync(
            untrusted, seal.Key, Context(seal, job), cancellation);
        if (reader is null)
        {
            await untrusted.DisposeAsync();
            throw new RefusedException(StorageRefusals.StoreDamaged);
        }

        return reader;
    }

    /// <summary>Destroys what is a day old, and what belongs to no job.</summary>
    public async Task DestroyOldAsync(CancellationToken cancellation)
    {
        foreach (string folder in Directory.EnumerateDirectories(Path.Combine(data.Root, "compartments")))
        {
            string exports = Path.Combine(folder, "exports");
            foreach (string file in Directory.Exists(exports) ? Directory.GetFiles(exports) : [])
            {
                if (await IsOldAsync(Path.GetFileName(file), cancellation))
                {
                    File.Delete(file);
                }
            }
        }
    }

    private async Task<bool> IsOldAsync(string name, CancellationToken cancellation)
    {
        string text = name.EndsWith(Unfinished, StringComparison.Ordinal) ? name[..^Unfinished.Length] : name;
        if (!JobId.TryParse(text, null, out JobId? id) || await jobs.FindAsync(id, cancellation) is not { } job)
        {
            return true;
        }

        bool isUnderWay = job.State is JobState.Waiting or JobState.Running;
        return !isUnderWay && time.GetUtcNow() - job.ChangedAt >= KeptFor;
    }

    private string FileOf(CompartmentId compartment, JobId job) =>
        Path.Combine(data.ExportsFolder(compartment), job.ToString());

    private static SealContext Context(OwnerSeal seal, JobId job) =>
        seal.FileContext(Column, RecordId.FromBytes(RecordAddress.Bytes(job)));
}
