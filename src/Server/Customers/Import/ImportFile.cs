using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Strongroom.Server.Customers.Fields;
using Strongroom.Vocabulary;
using Sylvan.Data.Csv;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Reads the rows of a CSV file, streaming. A byte order mark goes before the plan's encoding; a file that breaks off
/// inside a quote is refused at that row.
/// </summary>
internal sealed class ImportFile : IAsyncDisposable
{
    private const int BufferLetters = 64 * 1024;
    private const int MostBufferLetters = 1024 * 1024;

    private readonly CsvDataReader _reader;
    private readonly FieldKinds _kinds;
    private readonly ImportTarget?[] _targets;

    private ImportFile(CsvDataReader reader, FieldKinds kinds, ImportTarget?[] targets)
    {
        _reader = reader;
        _kinds = kinds;
        _targets = targets;
    }

    /// <summary>Where each mapped column goes.</summary>
    public IReadOnlyDictionary<string, string> Mapping => Enumerable.Range(0, _targets.Length)
        .Where(column => _targets[column] is not null)
        .DistinctBy(_reader.GetName, StringComparer.Ordinal)
        .ToDictionary(_reader.GetName, column => _targets[column]!.ToString(), StringComparer.Ordinal);

    /// <exception cref="RefusedException">It is not a CSV file in that encoding, or no column has a target.</exception>
    public static async Task<ImportFile> OpenAsync(
        Stream untrustedFile, FieldKinds kinds, ImportPlan plan, CancellationToken cancellation)
    {
        var text = new StreamReader(untrustedFile, ImportEncodings.Of(plan.Encoding));
        CsvDataReader? reader = null;
        try
        {
            reader = await CsvDataReader.CreateAsync(text, Options(plan.Delimiter), cancellation);
            string[] headers = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            ImportTarget?[] targets = ColumnMap.Read(kinds, headers, plan.Mapping);
            return targets.Any(target => target is not null)
                ? new ImportFile(reader, kinds, targets)
                : throw new RefusedException(ImportRefusals.NothingMapped);
        }
        catch (Exception unreadable) when (
            unreadable is CsvFormatException or CsvMissingHeadersException or DecoderFallbackException)
        {
            await DisposeAsync(reader, text);
            throw new RefusedException(ImportRefusals.NotCsv);
        }
    }

    /// <summary>How every file is read.</summary>
    /// <param name="delimiter">The delimiter; null lets the reader guess.</param>
    internal static CsvDataReaderOptions Options(char? delimiter)
    {
        var options = new CsvDataReaderOptions
        {
            BufferSize = BufferLetters,
            MaxBufferSize = MostBufferLetters,
            HeaderComparer = StringComparer.Ordinal,
        };
        if (delimiter is { } said)
        {
            options.Delimiter = said;
        }

        return options;
    }

    /// <summary>The next row, or null at the end.</summary>
    /// <exception cref="RefusedException">The file is not CSV from here on.</exception>
    public async Task<ImportRow?> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await _reader.ReadAsync(cancellation) ? Row() : null;
        }
        catch (Exception unreadable) when (unreadable is CsvFormatException or DecoderFallbackException)
        {
            throw new RefusedException(ImportRefusals.NotCsv);
        }
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    private static async ValueTask DisposeAsync(CsvDataReader? reader, StreamReader text)
    {
        if (reader is not null)
        {
            await reader.DisposeAsync();
        }

        text.Dispose();
    }

    private ImportRow Row()
    {
        // The reader counts rows from 1 without the header; a spreadsheet counts the header too.
        long number = _reader.RowNumber + 1L;
        if (_reader.RowFieldCount != _reader.FieldCount)
        {
            string sentence = FormattableString.Invariant(
                $"The row has {_reader.RowFieldCount} columns, the header {_reader.FieldCount}.");
            return new ImportRow(number, null, [new ImportFault(number, "row", sentence)]);
        }

        try
        {
            return new ImportRow(number, FieldSet.Read(_kinds, Values()), []);
        }
        catch (RefusedException refused)
        {
            return new ImportRow(number, null,
                [.. refused.Faults.Select(fault => new ImportFault(number, fault.Field, fault.Sentence))]);
        }
    }

    /// <summary>The row as a request would spell it; empty cells are left out.</summary>
    private Dictionary<string, JsonElement> Values()
    {
        var values = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        for (int column = 0; column < _targets.Length; column++)
        {
            string cell = _targets[column] is null ? string.Empty : CsvCells.Read(_reader.GetString(column).Trim());
            if (cell.Length > 0)
            {
                Put(values, _targets[column]!, cell);
            }
        }

        return values.ToDictionary(
            pair => pair.Key, pair =>
                JsonSerializer.SerializeToElement(pair.Value, CustomersJson.Default.JsonNode), StringComparer.Ordinal);
    }

    private static void Put(Dictionary<string, JsonNode> values, ImportTarget target, string cell)
    {
        if (target.Part is null)
        {
            values[target.Kind] = JsonValue.Create(cell);
            return;
        }

        if (!values.TryGetValue(target.Kind, out JsonNode? whole))
        {
            values[target.Kind] = whole = new JsonObject();
        }

        whole[target.Part] = target.Part == "lines" ? new JsonArray(JsonValue.Create(cell)) : JsonValue.Create(cell);
    }
}
