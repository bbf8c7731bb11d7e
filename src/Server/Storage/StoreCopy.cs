using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Server.Storage;

/// <summary>
/// Copies one database of a compartment into another, row by row as they are: sealed values, hashes and numbers. Cut off,
/// it goes on behind the last row that is there. Nobody else writes either of them meanwhile.
/// </summary>
internal sealed class StoreCopy : IDisposable
{
    private const int RowsAtOnce = 256;

    private readonly Statements _from;
    private readonly Statements _to;
    private readonly IReadOnlyList<StoreTable> _tables;

    /// <param name="from">What is copied.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="store">Which it is: <c>keys</c> or <c>records</c>.</param>
    /// <param name="tables">The tables of it.</param>
    /// <exception cref="Vocabulary.RefusedException">Another server writes one of them, or a newer program did.</exception>
    public StoreCopy(IDatabase from, IDatabase to, string store, IReadOnlyList<StoreTable> tables)
    {
        _tables = tables;
        _from = new Statements(from, isWriter: true);
        _to = new Statements(to, isWriter: true);
        try
        {
            _from.BringUpToDate(store);
            _to.BringUpToDate(store);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What is there already was copied from what there is to copy now: no batch was committed since.</summary>
    public bool IsBegun => Moment(_to) is { } begun && Moment(_from) is { } now && begun.AsSpan().SequenceEqual(now);

    /// <summary>Nothing is there yet.</summary>
    public bool IsFresh => _tables.All(table => Last(_to, table) is null);

    /// <summary>Copies what is not there yet.</summary>
    /// <param name="report">Told how many rows more are there, from time to time.</param>
    /// <param name="cancellation">Stops between two commits.</param>
    public void Run(Action<long> report, CancellationToken cancellation)
    {
        foreach (StoreTable table in _tables)
        {
            object?[]? last = Last(_to, table);
            List<object?[]> rows;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                rows = Page(_from, table, last);
                Write(table, rows);
                report(rows.Count);
                last = rows.Count > 0 ? rows[^1] : last;
            }
            while (rows.Count == RowsAtOnce);
        }
    }

    /// <summary>Reads both from the first row to the last and compares them.</summary>
    /// <returns>How many rows each table has; null where something differs.</returns>
    public IReadOnlyDictionary<string, long>? Compare(CancellationToken cancellation)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (StoreTable table in _tables)
        {
            (long count, byte[] digest) = Digest(_from, table, cancellation);
            (long there, byte[] thereDigest) = Digest(_to, table, cancellation);
            if (count != there || !digest.AsSpan().SequenceEqual(thereDigest))
            {
                return null;
            }

            counts.Add(table.Name, count);
        }

        return counts;
    }

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
    }

    private void Write(StoreTable table, List<object?[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        _to.Begin();
        try
        {
            _to.Insert(table.Insert, string.Empty, table.Columns.Count, [.. rows.SelectMany(row => row)]);
            _to.Commit();
        }
        catch
        {
            _to.RollBack();
            throw;
        }
    }

    private static byte[]? Moment(Statements store) => Last(store, StoreTable.CommitCount)?[1] as byte[];

    private static object?[]? Last(Statements store, StoreTable table) =>
        store.First(row => Read(row, table), table.Last);

    private static List<object?[]> Page(Statements store, StoreTable table, object?[]? after)
    {
        ReadOnlySpan<object?> key = after is null ? [] : after.AsSpan(0, table.KeyLength);
        return store.All(row => Read(row, table), table.Page(after is null, RowsAtOnce), key);
    }

    private static object?[] Read(DbDataReader row, StoreTable table)
    {
        object?[] values = new object?[table.Columns.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = row.GetValue(i) switch
            {
                DBNull => null,
                int number => (long)number,
                object value => value,
            };
        }

        return values;
    }

    private static (long Count, byte[] Digest) Digest(
        Statements store, StoreTable table, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long count = 0;
        object?[]? last = null;
        List<object?[]> rows;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            rows = Page(store, table, last);
            foreach (object? value in rows.SelectMany(row => row))
            {
                Append(hash, value);
            }

            count += rows.Count;
            last = rows.Count > 0 ? rows[^1] : last;
        }
        while (rows.Count == RowsAtOnce);
        return (count, hash.GetHashAndReset());
    }

    // Kind and length go before each value, so that no two rows read the same.
    private static void Append(IncrementalHash hash, object? value)
    {
        (byte kind, byte[] bytes) = value switch
        {
            null => ((byte)'n', []),
            byte[] blob => ((byte)'b', blob),
            long number => ((byte)'i', Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture))),
            string text => ((byte)'s', Encoding.UTF8.GetBytes(text)),
            _ => throw new InvalidOperationException("a store has a value of another type"),
        };
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        head[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
        hash.AppendData(head);
        hash.AppendData(bytes);
    }
}
