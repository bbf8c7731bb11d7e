using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Takes the file of a form in, sealed as it streams, in the newest compartment of the series that it is meant for.
/// </summary>
internal sealed class TakeUpload(
    CompartmentRegister register, CompartmentDoor door, ImportUpload uploads, KeptImports imports, TimeProvider time)
{
    private const int NoSystemError = unchecked((int)0x80131620);

    /// <summary>The largest file, in bytes.</summary>
    public const long LargestFile = 512L * 1024 * 1024;

    /// <exception cref="RefusedException">
    /// The series is not there or not theirs, a gate is shut, or the form broke off; nothing is kept.
    /// </exception>
    public async Task<(CompartmentFacts Place, RecordId Upload)> RunAsync(
        Standing who, ImportForm form, CancellationToken cancellation)
    {
        if (form.Series.Length == 0)
        {
            throw new RefusedException(
                ImportRefusals.Form, new FieldFault("compartment", "Name the series, before the file."));
        }

        IReadOnlyList<CompartmentFacts> series = await register.SeriesAsync(form.Series, cancellation);
        CompartmentFacts place = series.Count > 0 ? series[^1] : throw new RefusedException(AccessRefusals.NotFound);
        using OpenCompartment open = await door.OpenAsync(
            who, ImportPlaces.Request(place, AuditAct.Imported, null), cancellation);
        try
        {
            return (place, await uploads.KeepAsync(open, form.File, form.Plan, cancellation));
        }
        catch (IOException broken) when (broken is not BadHttpRequestException && broken.HResult == NoSystemError)
        {
            // The form broke off within the file; nothing of it is kept. A disk's errors carry the system's number.
            throw new RefusedException(ImportRefusals.Form);
        }
    }

    /// <summary>Notes an import whose upload is sealed.</summary>
    public async Task<KeptImport> NoteAsync(
        Standing who, CompartmentFacts place, RecordId upload, CancellationToken cancellation)
    {
        var import = new KeptImport
        {
            Id = JobId.New(),
            Compartment = place.Id,
            Series = place.Series,
            Upload = upload,
            StartedBy = who.Actor.ToString(),
            CreatedAt = time.GetUtcNow(),
        };
        await imports.AddAsync(import, cancellation);
        return import;
    }
}
