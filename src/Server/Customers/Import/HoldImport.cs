using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Takes a CSV file in, sealed at once, and holds it until somebody has looked at its columns. How it is written is
/// guessed here. What nobody ran for 7 days is destroyed.
/// </summary>
internal sealed class HoldImport(
    TakeUpload take, ImportAccess access, ImportUpload uploads, ImportStates states, DiscardImport discard)
{
    public async Task<ImportCard> RunAsync(Standing who, ImportForm form, CancellationToken cancellation)
    {
        await discard.OldAsync(cancellation);
        (CompartmentFacts place, RecordId upload) = await take.RunAsync(who, form, cancellation);
        try
        {
            await GuessAsync(who, place, upload, form.Plan, cancellation);
            return await states.ReadAsync(await take.NoteAsync(who, place, upload, cancellation), cancellation);
        }
        catch
        {
            uploads.Destroy(place.Id, upload);
            throw;
        }
    }

    /// <summary>Reads the sealed file once, for its encoding and its delimiter.</summary>
    private async Task GuessAsync(
        Standing who, CompartmentFacts place, RecordId upload, ImportPlan plan, CancellationToken cancellation)
    {
        using OpenCompartment open = await access.OpenAsync(who, place.Id, null, AuditAct.Viewed, cancellation);
        string encoding = await ReadAsync(
            open, upload, file => ImportEncodings.GuessAsync(file, cancellation), cancellation);
        ImportPlan guessed = plan with { Encoding = encoding };
        char delimiter = guessed.Delimiter ?? await ReadAsync(
            open, upload, file => ImportHead.GuessDelimiterAsync(file, encoding, cancellation), cancellation);
        await ImportUpload.KeepPlanAsync(open, upload, guessed with { Delimiter = delimiter }, cancellation);
    }

    private async Task<TResult> ReadAsync<TResult>(
        OpenCompartment open, RecordId upload, Func<Stream, Task<TResult>> read, CancellationToken cancellation)
    {
        (Stream file, ImportPlan _) = await uploads.OpenAsync(open, upload, cancellation);
        await using (file)
        {
            return await read(file);
        }
    }
}
