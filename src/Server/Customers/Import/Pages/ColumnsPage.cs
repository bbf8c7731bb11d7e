using System.Globalization;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import.Pages;

/// <summary>Page 2: shows the columns, reads the file anew in another way, or keeps the mapping and starts the dry run.</summary>
internal sealed class ColumnsPage(ViewImports view, MapColumns map, AdvanceImport advance, FieldKinds kinds)
{
    private const string Tab = "tab";

    public static void Map(RouteGroupBuilder imports)
    {
        imports.MapGet("/{id}/columns", (
            JobId id, CurrentStanding standing, ColumnsPage page, CancellationToken cancellation) =>
            page.ShowAsync(standing.Value, id, cancellation)).RequirePermission(Permission.ImportCustomers);
        imports.MapPost("/{id}/columns", (
            JobId id, PageForm form, CurrentStanding standing, ColumnsPage page, CancellationToken cancellation) =>
            page.TakeAsync(standing.Value, id, form, cancellation)).RequirePermission(Permission.ImportCustomers);
    }

    private async Task<IResult> ShowAsync(Standing who, JobId id, CancellationToken cancellation)
    {
        ImportCard import = await FindAsync(who, id, cancellation);
        if (import.Run is not null)
        {
            return Page.SeeOther($"/imports/{id}");
        }

        return Page.Of<ColumnsView>(await ModelAsync(who, import, cancellation));
    }

    private async Task<IResult> TakeAsync(Standing who, JobId id, PageForm form, CancellationToken cancellation)
    {
        try
        {
            if (form.Has("again"))
            {
                await map.RunAsync(who, id, Request(form, null), cancellation);
                return Page.SeeOther($"/imports/{id}/columns");
            }

            ImportColumns read = await map.ReadAsync(who, id, cancellation);
            await map.RunAsync(who, id, Request(form, Mapping(read, form)), cancellation);
            await advance.CheckAsync(who, id, cancellation);
            return Page.SeeOther($"/imports/{id}/check");
        }
        catch (RefusedException refused) when (
            refused.Refusal.Kind is RefusalKind.Invalid or RefusalKind.Unprocessable)
        {
            return await AgainAsync(who, id, form, refused, cancellation);
        }
    }

    /// <summary>The page once more, with what was chosen.</summary>
    private async Task<IResult> AgainAsync(
        Standing who, JobId id, PageForm form, RefusedException refused, CancellationToken cancellation)
    {
        ColumnsModel model = await ModelAsync(who, await FindAsync(who, id, cancellation), cancellation);
        IReadOnlyList<FieldFault> faults = refused.Faults.Count > 0
            ? [.. refused.Faults.Select(fault => new FieldFault("column-0", fault.Sentence))]
            : [new FieldFault(form.Has("again") ? "encoding" : "column-0", refused.Refusal.Sentence)];
        ImportColumns? typed = model.Columns is not { } read || form.Has("again") ? model.Columns : read with
        {
            Columns = [.. read.Columns.Select((column, i) => column with { Target = Said(form, i) })],
        };
        return Page.Of<ColumnsView>(
            model with { Columns = typed, Delimiter = form["delimiter"], Encoding = form["encoding"], Faults = faults },
            StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<ImportCard> FindAsync(Standing who, JobId id, CancellationToken cancellation) =>
        (await view.RunAsync(who, id, cancellation)).Import ?? throw new RefusedException(ImportRefusals.NotFound);

    private async Task<ColumnsModel> ModelAsync(Standing who, ImportCard import, CancellationToken cancellation)
    {
        ImportColumns? columns = null;
        try
        {
            columns = await map.ReadAsync(who, JobId.Parse(import.Id, null), cancellation);
        }
        catch (RefusedException refused) when (ReferenceEquals(refused.Refusal, ImportRefusals.NotCsv))
        {
            // The page says so, and offers other ways of reading it.
        }

        return new ColumnsModel
        {
            Import = import,
            Columns = columns,
            Delimiter = ImportWords.DelimiterName(columns?.Delimiter ?? ','),
            Encoding = columns?.Encoding ?? ImportEncodings.Utf8,
            Targets = [.. ColumnMap.Targets(kinds)],
        };
    }

    private static ImportColumnsRequest Request(PageForm form, IReadOnlyDictionary<string, string>? mapping) => new()
    {
        Delimiter = form["delimiter"] == Tab ? "\t" : form["delimiter"],
        Encoding = form["encoding"],
        Mapping = mapping,
    };

    private static Dictionary<string, string> Mapping(ImportColumns read, PageForm form)
    {
        var mapping = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < read.Columns.Count; i++)
        {
            if (Said(form, i) is { } target)
            {
                mapping[read.Columns[i].Header] = target;
            }
        }

        return mapping;
    }

    private static string? Said(PageForm form, int column) =>
        form[string.Create(CultureInfo.InvariantCulture, $"column-{column}")] is { Length: > 0 } target ? target : null;
}
