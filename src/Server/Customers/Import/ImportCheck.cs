using Strongroom.Server.Customers.Fields;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Reads a whole file without registering anybody: the dry run, and the first half of a real one. Remembers counts,
/// the first faults and a masked sample, never a row.
/// </summary>
internal sealed class ImportCheck
{
    private const int SampleSize = 10;
    private const int MostFaults = 10_000;
    private const int MostSuspects = 10_000;
    private const int BatchSize = 500;

    private readonly List<ImportFault> _faults = [];
    private readonly List<ImportSuspect> _suspects = [];
    private readonly List<IReadOnlyDictionary<string, string>> _sample = [];
    private readonly List<ImportRow> _batch = [];
    private long _rows;
    private long _good;
    private long _suspected;

    /// <summary>Reads the file to its end.</summary>
    /// <param name="untrustedFile">The file.</param>
    /// <param name="kinds">The field kinds in use.</param>
    /// <param name="plan">How it is to be read.</param>
    /// <param name="search">
    /// Looks for people who are there, for some rows at once; null where nobody is looked for.
    /// </param>
    /// <param name="cancellation">Ends it between rows.</param>
    public static async Task<ImportReport> RunAsync(
        Stream untrustedFile, FieldKinds kinds, ImportPlan plan,
        Func<IReadOnlyList<ImportRow>, long, Task<IReadOnlyList<ImportSuspect>>>? search,
        CancellationToken cancellation)
    {
        await using ImportFile file = await ImportFile.OpenAsync(untrustedFile, kinds, plan, cancellation);
        var check = new ImportCheck();
        while (await file.NextAsync(cancellation) is { } row)
        {
            check.Count(row);
            if (search is not null)
            {
                await check.SearchAsync(row, search);
            }
        }

        await check.SearchAsync(search);
        return check.Report(file.Mapping, search is not null);
    }

    private void Count(ImportRow row)
    {
        _rows++;
        _faults.AddRange(row.Faults.Take(MostFaults - _faults.Count));
        if (row.Fields is not { } fields)
        {
            return;
        }

        _good++;
        if (_sample.Count < SampleSize)
        {
            _sample.Add(fields.Values.ToDictionary(
                value => value.Kind.Name, value => value.Value.Masked, StringComparer.Ordinal));
        }
    }

    private async Task SearchAsync(
        ImportRow row, Func<IReadOnlyList<ImportRow>, long, Task<IReadOnlyList<ImportSuspect>>> search)
    {
        if (row.Fields is not null)
        {
            _batch.Add(row);
        }

        if (_batch.Count == BatchSize)
        {
            await SearchAsync(search);
        }
    }

    private async Task SearchAsync(Func<IReadOnlyList<ImportRow>, long, Task<IReadOnlyList<ImportSuspect>>>? search)
    {
        if (search is null || _batch.Count == 0)
        {
            return;
        }

        IReadOnlyList<ImportSuspect> found = await search(_batch, _rows);
        _suspected += found.Count;
        _suspects.AddRange(found.Take(MostSuspects - _suspects.Count));
        _batch.Clear();
    }

    private ImportReport Report(IReadOnlyDictionary<string, string> mapping, bool isSearched) => new()
    {
        Rows = _rows,
        Good = _good,
        Bad = _rows - _good,
        Mapping = mapping,
        Sample = _sample,
        Faults = _faults,
        Suspected = isSearched ? _suspected : null,
        Suspects = _suspects,
    };
}
