using System.Text;
using Strongroom.Server.Customers.Fields;
using Strongroom.Vocabulary;
using Sylvan.Data.Csv;

namespace Strongroom.Server.Customers.Import;

/// <summary>Reads the first two rows of a file: its columns, and what their values look like.</summary>
internal static class ImportHead
{
    private const int LongestHead = 256 * 1024;
    private const int LongestShape = 24;

    /// <summary>The delimiters that spreadsheets write; a tie goes to the first.</summary>
    public static IReadOnlyList<char> Delimiters { get; } = [',', ';', '\t', '|'];

    /// <exception cref="RefusedException">It is not CSV in that encoding.</exception>
    public static async Task<ImportColumns> ReadAsync(
        Stream untrustedFile, FieldKinds kinds, ImportPlan plan, CancellationToken cancellation)
    {
        try
        {
            string text = await StartAsync(untrustedFile, ImportEncodings.Of(plan.Encoding), cancellation);
            char delimiter = plan.Delimiter ?? GuessDelimiter(text);
            return new ImportColumns
            {
                Delimiter = delimiter,
                Encoding = plan.Encoding ?? ImportEncodings.Utf8,
                Columns = await ColumnsAsync(text, delimiter, kinds, plan.Mapping, cancellation),
            };
        }
        catch (Exception unreadable) when (
            unreadable is CsvFormatException or CsvMissingHeadersException or DecoderFallbackException)
        {
            throw new RefusedException(ImportRefusals.NotCsv);
        }
    }

    /// <summary>Reads the beginning of a file for its delimiter.</summary>
    public static async Task<char> GuessDelimiterAsync(
        Stream untrustedFile, string encoding, CancellationToken cancellation)
    {
        try
        {
            return GuessDelimiter(await StartAsync(untrustedFile, ImportEncodings.Of(encoding), cancellation));
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException(ImportRefusals.NotCsv);
        }
    }

    /// <summary>The delimiter that the header row holds most of, outside of quotes.</summary>
    public static char GuessDelimiter(string text)
    {
        int[] counts = new int[Delimiters.Count];
        bool isQuoted = false;
        foreach (char letter in text)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter is '\n' or '\r' && !isQuoted)
            {
                break;
            }

            for (int i = 0; i < counts.Length && !isQuoted; i++)
            {
                counts[i] += letter == Delimiters[i] ? 1 : 0;
            }
        }

        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>Digits as 9, letters as a, all else as it is; cut after 24.</summary>
    public static string ShapeOf(string value)
    {
        IEnumerable<char> shape = value.Trim().Select(
            letter => char.IsDigit(letter) ? '9' : char.IsLetter(letter) ? 'a' : letter);
        string text = string.Concat(shape.Take(LongestShape + 1));
        return text.Length > LongestShape ? text[..LongestShape] + "…" : text;
    }

    private static async Task<string> StartAsync(
        Stream untrustedFile, Encoding encoding, CancellationToken cancellation)
    {
        using var reader = new StreamReader(untrustedFile, encoding, true, 4096, leaveOpen: true);
        char[] letters = new char[LongestHead];
        int read = await reader.ReadBlockAsync(letters, cancellation);
        return new string(letters, 0, read);
    }

    private static async Task<List<ImportColumn>> ColumnsAsync(
        string text, char delimiter, FieldKinds kinds, IReadOnlyDictionary<string, string>? said,
        CancellationToken cancellation)
    {
        using var start = new StringReader(text);
        await using CsvDataReader reader = await CsvDataReader.CreateAsync(
            start, ImportFile.Options(delimiter), cancellation);
        string[] headers = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        ImportTarget?[] targets = ColumnMap.Read(kinds, headers, said);
        bool hasRow = await TryReadAsync(reader, cancellation);
        return [.. Enumerable.Range(0, headers.Length)
            .DistinctBy(column => headers[column], StringComparer.Ordinal)
            .Select(column => new ImportColumn(
                headers[column],
                hasRow && column < reader.RowFieldCount ? ShapeOf(reader.GetString(column)) : string.Empty,
                targets[column]?.ToString()))];
    }

    /// <summary>The text may be cut inside the first row, or that row be broken: then no shapes are shown.</summary>
    private static async Task<bool> TryReadAsync(CsvDataReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadAsync(cancellation);
        }
        catch (CsvFormatException)
        {
            return false;
        }
    }
}
