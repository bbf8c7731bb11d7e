using System.Text.Json;
using Strongroom.Sealing;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// The uploaded file: sealed as it comes in, under the compartment's file key, and destroyed when the import has ended
/// well.
/// </summary>
internal sealed class ImportUpload(DataFolder data)
{
    /// <summary>
    /// Seals an upload and what was said of it. Nothing of it is on the disk in the clear, not even for a moment.
    /// </summary>
    public async Task<RecordId> KeepAsync(
        OpenCompartment open, Stream untrustedFile, ImportPlan plan, CancellationToken cancellation)
    {
        var id = RecordId.New();
        OwnerSeal seal = open.SealFor(id);
        string folder = Folder(open.Facts.Id);
        DataFolder.MakeFolder(folder);
        string file = FileOf(open.Facts.Id, id);
        try
        {
            await using (FileStream destination = File.Create(file))
            {
                await SealedFile.SealAsync(
                    untrustedFile, destination, seal.Key, seal.FileContext("import", id), cancellation);
                await destination.FlushAsync(cancellation);
                RandomAccess.FlushToDisk(destination.SafeFileHandle);
            }

            DurableFile.SyncFolder(folder);
        }
        catch
        {
            File.Delete(file);
            throw;
        }

        await KeepPlanAsync(open, id, plan, cancellation);
        return id;
    }

    /// <summary>Says anew how the upload is to be read.</summary>
    public static async Task KeepPlanAsync(
        OpenCompartment open, RecordId id, ImportPlan plan, CancellationToken cancellation)
    {
        byte[] sealedPlan = open.SealFor(id).Seal(
            "import-plan", null, 1, JsonSerializer.SerializeToUtf8Bytes(plan, CustomersJson.Default.ImportPlan));
        await open.WriteAsync(
            session =>
            {
                session.RemoveRecord(new RecordAddress(id, null), 1);
                session.AddRecord(new RecordAddress(id, null), 1, sealedPlan);
                return true;
            },
            cancellation);
    }

    /// <summary>The upload, opened, and what was said of it.</summary>
    /// <exception cref="RefusedException">It has been destroyed, or altered.</exception>
    public async Task<(Stream File, ImportPlan Plan)> OpenAsync(
        OpenCompartment open, RecordId id, CancellationToken cancellation)
    {
        string path = FileOf(open.Facts.Id, id);
        byte[]? sealedPlan = open.Read(session => session.Record(new RecordAddress(id, null), 1));
        if (!File.Exists(path) || sealedPlan is null)
        {
            throw new RefusedException(ImportRefusals.UploadGone);
        }

        OwnerSeal seal = open.SealFor(id);
        ImportPlan plan = JsonSerializer.Deserialize(
            seal.Open("import-plan", null, 1, sealedPlan), CustomersJson.Default.ImportPlan)!;
        FileStream untrusted = File.OpenRead(path);
        SealedFileReader? reader = await SealedFile.TryOpenAsync(
            untrusted, seal.Key, seal.FileContext("import", id), cancellation);
        if (reader is null)
        {
            await untrusted.DisposeAsync();
            throw new RefusedException(StorageRefusals.StoreDamaged);
        }

        return (reader, plan);
    }

    public bool Exists(CompartmentId compartment, RecordId id) => File.Exists(FileOf(compartment, id));

    public void Destroy(CompartmentId compartment, RecordId id) => File.Delete(FileOf(compartment, id));

    private string FileOf(CompartmentId compartment, RecordId id) => Path.Combine(Folder(compartment), id.ToString());

    private string Folder(CompartmentId compartment) => Path.Combine(data.CompartmentFolder(compartment), "imports");
}
