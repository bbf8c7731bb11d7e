using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace Strongroom.Bare;

/// <summary>
/// The writes and reads of one operation in prepared SQL, on files of the same settings and rows of the same sizes, and the same
/// durable log: no HTTP, no TLS, no seal, no rule.
/// </summary>
internal sealed class BareSql
{
    private const int Customers = 2000;
    private const int EntryLength = 240;
    private const int RecordLength = 1000;

    private const string Settings = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000;
        """;

    private const string Keys = """
        CREATE TABLE customer (id BLOB NOT NULL PRIMARY KEY, epoch INTEGER NOT NULL, sealed_key BLOB NOT NULL,
            code_hash BLOB NOT NULL UNIQUE, sealed_code BLOB NOT NULL, handle BLOB NOT NULL UNIQUE, card_version INTEGER NOT NULL)
            STRICT, WITHOUT ROWID;
        CREATE TABLE blind (field TEXT NOT NULL, tag BLOB NOT NULL, owner BLOB NOT NULL, PRIMARY KEY (field, tag, owner))
            STRICT, WITHOUT ROWID;
        CREATE INDEX blind_by_owner ON blind (owner);
        """;

    private const string Records = """
        CREATE TABLE record (owner BLOB NOT NULL, id BLOB NOT NULL, version INTEGER NOT NULL, sealed BLOB NOT NULL,
            PRIMARY KEY (owner, id, version)) STRICT, WITHOUT ROWID;
        """;

    private readonly string _folder;
    private readonly string _operation;
    private readonly byte[][] _codes = [.. Enumerable.Range(0, Customers).Select(_ => RandomNumberGenerator.GetBytes(32))];
    private readonly SafeFileHandle _log;
    private readonly GroupCommit _entries;
    private readonly GroupCommit _writer;
    private readonly SqliteConnection _keys;
    private readonly SqliteConnection _records;
    private readonly SqliteCommand _addCustomer;
    private readonly SqliteCommand _addBlind;
    private readonly SqliteCommand _addRecord;
    private long _logLength;
    private int _file;

    public BareSql(string folder, string operation)
    {
        (_folder, _operation) = (Path.Combine(folder, Guid.NewGuid().ToString("N")), operation);
        Directory.CreateDirectory(_folder);
        _log = File.OpenHandle(
            Path.Combine(_folder, "log"), FileMode.CreateNew, FileAccess.Write, FileShare.Read, FileOptions.None);
        _keys = Open("keys.db", Keys);
        _records = Open("records.db", Records);
        _addCustomer = Prepare(_keys, "INSERT INTO customer VALUES ($1, 1, $2, $3, $4, $5, 1)", 5);
        _addBlind = Prepare(_keys, "INSERT INTO blind VALUES ($1, $2, $3)", 3);
        _addRecord = Prepare(_records, "INSERT INTO record VALUES ($1, $2, 1, $3)", 3);
        _entries = new GroupCommit(() => { }, () => RandomAccess.FlushToDisk(_log));
        _writer = new GroupCommit(
            () => { Run(_keys, "BEGIN IMMEDIATE"); Run(_records, "BEGIN IMMEDIATE"); },
            () => { Run(_keys, "COMMIT"); Run(_records, "COMMIT"); });
    }

    public async Task<double> MeasureAsync(int connections, TimeSpan time)
    {
        await _writer.RunAsync(() => Array.ForEach(_codes, Add));
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => RepeatAsync(TimeSpan.FromSeconds(0.5))));
        long begin = Stopwatch.GetTimestamp();
        long[] counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => RepeatAsync(time)));
        double rate = counts.Sum() / Stopwatch.GetElapsedTime(begin).TotalSeconds;
        await _entries.EndAsync();
        await _writer.EndAsync();
        return rate;
    }

    private Task<long> RepeatAsync(TimeSpan time) => Task.Run(async () =>
    {
        using SqliteConnection keys = Open("keys.db", null);
        using SqliteConnection records = Open("records.db", null);
        using SqliteCommand customer = Prepare(
            keys, "SELECT id, epoch, sealed_key, code_hash, sealed_code, handle, card_version FROM customer WHERE code_hash = $1", 1);
        using SqliteCommand owners = Prepare(keys, "SELECT owner FROM blind WHERE field = $1 AND tag = $2 LIMIT 50", 2);
        using SqliteCommand record = Prepare(records, "SELECT sealed FROM record WHERE owner = $1 AND id = $2 AND version = 1", 2);
        long count = 0;
        for (long begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < time; count++)
        {
            byte[] code = _codes[Random.Shared.Next(_codes.Length)];
            if (_operation == "intake")
            {
                await _entries.RunAsync(KeepFile);
                continue;
            }

            await _entries.RunAsync(Log);
            if (_operation == "create")
            {
                byte[] fresh = RandomNumberGenerator.GetBytes(32);
                await _writer.RunAsync(() => Add(fresh));
                continue;
            }

            if (_operation == "look-up")
            {
                Read(owners, "email", code[..8]);
            }

            Read(customer, code);
            Read(record, code[..16], code[16..]);
        }

        return count;
    });

    private void Log()
    {
        RandomAccess.Write(_log, new byte[EntryLength], _logLength);
        _logLength += EntryLength;
    }

    private void KeepFile()
    {
        using SafeFileHandle file = File.OpenHandle(
            Path.Combine(_folder, $"file-{_file++}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None);
        RandomAccess.Write(file, new byte[RecordLength], 0);
        RandomAccess.FlushToDisk(file);
    }

    private void Add(byte[] code)
    {
        byte[] id = code[..16];
        Write(_addCustomer, id, RandomNumberGenerator.GetBytes(88), code, RandomNumberGenerator.GetBytes(72), code[16..]);
        foreach (string field in new[] { "full-name", "email", "phone", "us-ssn" })
        {
            Write(_addBlind, field, code[..8], id);
        }

        Write(_addRecord, id, code[16..], RandomNumberGenerator.GetBytes(RecordLength));
    }

    private SqliteConnection Open(string name, string? schema)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, name)};Pooling=False");
        connection.Open();
        Run(connection, Settings);
        if (schema is not null)
        {
            Run(connection, schema);
        }

        return connection;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int count)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 1; i <= count; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        }

        return command;
    }

    private static void Write(SqliteCommand command, params object[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private static void Read(SqliteCommand command, params object[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        using SqliteDataReader reader = command.ExecuteReader();
        if (!reader.Read())
        {
            throw new InvalidOperationException("the row is not there");
        }

        reader.GetFieldValue<byte[]>(0);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
