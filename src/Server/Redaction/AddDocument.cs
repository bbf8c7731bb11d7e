using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Takes a document in: sealed at once under the customer's key (or the compartment's file key), then read by a job.
/// </summary>
internal sealed class AddDocument(
    CustomerAccess customers, CompartmentAccess compartments, DocumentRoutes routes, DataFolder data, DocumentJobs jobs)
{
    public static void Map(RouteGroupBuilder documents) =>
        documents.MapPost("/", async (
            HttpRequest request, CurrentStanding standing, Settings settings, AddDocument add,
            CancellationToken cancellation) =>
        {
            Upload upload = await Upload.ReadAsync(request, settings.DocumentBytes, cancellation);
            AcceptedTask accepted = await add.RunAsync(standing.Value, upload, cancellation);
            return TypedResults.Accepted($"/api/v1/jobs/{accepted.Job}", accepted);
        }).RequirePermission(Permission.RedactDocuments);

    public async Task<AcceptedTask> RunAsync(Standing who, Upload upload, CancellationToken cancellation)
    {
        var id = DocumentId.New();
        var handle = ObjectHandle.New();
        using OpenCompartment open = upload.Customer is { } code
            ? await customers.OpenAsync(
                who, code, AuditAct.DocumentAdded, Permission.RedactDocuments,
                request => request with { Document = id }, cancellation)
            : await compartments.OpenAsync(
                who, upload.Compartment!, request => request with { Handle = handle, Document = id }, cancellation);
        OpenCustomer? customer = upload.Customer is null ? null : open.Customer;
        OwnerSeal seal = customer is null ? open.SealFor(id) : open.SealFor(id, customer);
        string folder = data.DocumentsFolder(open.Facts.Id);
        StoredFile original = await SealedFiles.WriteAsync(
            folder, seal, DocumentColumns.Original, upload.Content, cancellation);
        DocumentCard card = NewCard(upload, original);
        var row = new DocumentRow
        {
            Id = id,
            Customer = customer?.Row.Id,
            Handle = handle,
            CardVersion = 1,
        };
        try
        {
            await routes.AddAsync(id, open.Facts.Id, handle, cancellation);
            byte[] sealedCard = card.Seal(seal, 1);
            await open.WriteAsync(session => Write(session, row, sealedCard), cancellation);
        }
        catch
        {
            SealedFiles.DestroyForever(folder, original);
            throw;
        }

        await jobs.StartReadingAsync(card.ReadingJob, who.Actor, open.Facts.Id, id);
        return new AcceptedTask(id, card.ReadingJob, null);
    }

    private DocumentCard NewCard(Upload upload, StoredFile original) => new()
    {
        FileName = upload.FileName,
        Kind = upload.Kind,
        Format = upload.Format,
        AddedAt = jobs.Now,
        ChangedAt = jobs.Now,
        ReadingJob = JobId.New(),
        Original = original,
    };

    private static bool Write(CompartmentSession session, DocumentRow row, byte[] sealedCard)
    {
        session.AddDocument(row);
        session.AddRecord(new RecordAddress(row.Id, null), 1, sealedCard);
        return true;
    }
}
