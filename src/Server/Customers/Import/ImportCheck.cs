using Strongroom.Server.Customers.Fields;

namespace Strongroom.Server.Customers.Import;

/// <summary>Reads a whole file without registering anybody: the dry run, and the first half of a real one.</summary>
internal static class ImportCheck
{
    private const int SampleSize = 10;
    private const int MostFaults = 10_000;

    public static async Task<ImportReport> RunAsync(
        Stream untrustedFile, FieldKinds kinds, ImportPlan plan, CancellationToken cancellation)
    {
        await using ImportFile file = await ImportFile.OpenAsync(untrustedFile, kinds, plan, cancellation);
        var faults = new List<ImportFault>();
        var sample = new List<IReadOnlyDictionary<string, string>>();
        long rows = 0;
        long good = 0;
        while (await file.NextAsync(cancellation) is { } row)
        {
            rows++;
            good += row.Fields is null ? 0 : 1;
            faults.AddRange(row.Faults.Take(MostFaults - faults.Count));
            if (row.Fields is { } fields && sample.Count < SampleSize)
            {
                sample.Add(fields.Values.ToDictionary(
                    value => value.Kind.Name, value => value.Value.Masked, StringComparer.Ordinal));
            }
        }

        return new ImportReport
        {
            Rows = rows,
            Good = good,
            Bad = rows - good,
            Mapping = file.Mapping,
            Sample = sample,
            Faults = faults,
        };
    }
}
