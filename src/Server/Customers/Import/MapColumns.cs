using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>Shows the columns of a held file, as guessed or said, and takes what is said of them.</summary>
internal sealed class MapColumns(
    ImportAccess access, KeptImports imports, ImportUpload uploads, JobStore jobs, FieldKinds kinds)
{
    public static void Map(RouteGroupBuilder imports)
    {
        imports.MapGet("/{id}/columns", async (
            JobId id, CurrentStanding standing, MapColumns columns, CancellationToken cancellation) =>
            TypedResults.Ok(await columns.ReadAsync(standing.Value, id, cancellation)))
            .RequirePermission(Permission.ImportCustomers);
        imports.MapPut("/{id}/columns", async (
            JobId id, ImportColumnsRequest request, CurrentStanding standing, MapColumns columns,
            CancellationToken cancellation) =>
            TypedResults.Ok(await columns.RunAsync(standing.Value, id, request, cancellation)))
            .RequirePermission(Permission.ImportCustomers);
    }

    public async Task<ImportColumns> ReadAsync(Standing who, JobId id, CancellationToken cancellation)
    {
        (KeptImport import, OpenCompartment open) = await access.OpenAsync(who, id, AuditAct.Viewed, cancellation);
        using (open)
        {
            return await ReadAsync(open, import, plan => plan, cancellation);
        }
    }

    /// <summary>Keeps what is said, where it fits the file. A dry run before it no longer counts.</summary>
    /// <exception cref="RefusedException">It does not fit, or the import has been run.</exception>
    public async Task<ImportColumns> RunAsync(
        Standing who, JobId id, ImportColumnsRequest request, CancellationToken cancellation)
    {
        Check(request);
        (KeptImport import, OpenCompartment open) = await access.OpenAsync(who, id, AuditAct.Imported, cancellation);
        using (open)
        {
            ImportPlan? next = null;
            ImportColumns columns = await ReadAsync(open, import, plan => next = Change(plan, request), cancellation);
            if (columns.Columns.All(column => column.Target is null))
            {
                throw new RefusedException(ImportRefusals.NothingMapped);
            }

            return await imports.ChangeAsync(
                id,
                async row =>
                {
                    if (await jobs.FindAsync(row.Id, cancellation) is not null)
                    {
                        throw new RefusedException(ImportRefusals.AlreadyRun);
                    }

                    await ImportUpload.KeepPlanAsync(open, row.Upload, next!, cancellation);
                    row.Check = null;
                    return columns;
                },
                cancellation);
        }
    }

    private async Task<ImportColumns> ReadAsync(
        OpenCompartment open, KeptImport import, Func<ImportPlan, ImportPlan> change, CancellationToken cancellation)
    {
        (Stream file, ImportPlan plan) = await uploads.OpenAsync(open, import.Upload, cancellation);
        await using (file)
        {
            return await ImportHead.ReadAsync(file, kinds, change(plan), cancellation);
        }
    }

    private static ImportPlan Change(ImportPlan plan, ImportColumnsRequest request) => plan with
    {
        Delimiter = request.Delimiter is null ? plan.Delimiter : request.Delimiter[0],
        Encoding = request.Encoding ?? plan.Encoding,
        Mapping = request.Mapping,
    };

    private static void Check(ImportColumnsRequest request)
    {
        bool isDelimiter = request.Delimiter is null or { Length: 1 }
            && (request.Delimiter is null || ImportHead.Delimiters.Contains(request.Delimiter[0]));
        if (!isDelimiter)
        {
            throw new RefusedException(CustomerRefusals.Invalid, new FieldFault(
                "delimiter", "A delimiter is a comma, a semicolon, a tab or a bar."));
        }

        if (request.Encoding is { } encoding && !ImportEncodings.Has(encoding))
        {
            throw new RefusedException(CustomerRefusals.Invalid, new FieldFault(
                "encoding", "An encoding is utf-8, windows-1252, utf-16le or utf-16be."));
        }
    }
}
