using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;
using Npgsql;

namespace Strongroom.Bare;

/// <summary>
/// The writes and reads of one operation in prepared SQL, on stores of the same settings and rows of the same sizes, and the same
/// durable log: no HTTP, no TLS, no seal, no rule. SQLite, or PostgreSQL where a connection string is given (its databases
/// <c>bare_keys</c> and <c>bare_records</c> are empty).
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
    private readonly string? _server;
    private readonly byte[][] _codes = [.. Enumerable.Range(0, Customers).Select(_ => RandomNumberGenerator.GetBytes(32))];
    private readonly SafeFileHandle _log;
    private readonly GroupCommit _entries;
    private readonly GroupCommit _writer;
    private readonly DbConnection _keys;
    private readonly DbConnection _records;
    private readonly DbCommand _addCustomer;
    private readonly DbCommand _addBlind;
    private readonly DbCommand _addRecord;
    private long _logLength;
    private int _file;

    public BareSql(string folder, string operation, string? server)
    {
        _server = server;
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
            () => { Run(_keys, _server is null ? "BEGIN IMMEDIATE" : "BEGIN"); Run(_records, _server is null ? "BEGIN IMMEDIATE" : "BEGIN"); },
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
        using DbConnection keys = Open("keys.db", null);
        using DbConnection records = Open("records.db", null);
        using DbCommand customer = Prepare(
            keys, "SELECT id, epoch, sealed_key, code_hash, sealed_code, handle, card_version FROM customer WHERE code_hash = $1", 1);
        using DbCommand owners = Prepare(keys, "SELECT owner FROM blind WHERE field = $1 AND tag = $2 LIMIT 50", 2);
        using DbCommand record = Prepare(records, "SELECT sealed FROM record WHERE owner = $1 AND id = $2 AND version = 1", 2);
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

    private DbConnection Open(string name, string? schema)
    {
        DbConnection connection = _server is null
            ? new SqliteConnection($"Data Source={Path.Combine(_folder, name)};Pooling=False")
            : new NpgsqlConnection(
                $"{_server};Database=bare_{name[..^3]};Pooling=False;Max Auto Prepare=64;Auto Prepare Min Usages=2");
        connection.Open();
        if (_server is null)
        {
            Run(connection, Settings);
        }

        if (schema is not null)
        {
            Run(connection, _server is null ? schema : OfPostgres(schema));
        }

        return connection;
    }

    private static string OfPostgres(string schema) => "DROP TABLE IF EXISTS customer, blind, record CASCADE; " + schema
        .Replace("STRICT, WITHOUT ROWID", "").Replace("BLOB", "bytea").Replace("INTEGER", "bigint");

    private static DbCommand Prepare(DbConnection connection, string sql, int count)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 1; i <= count; i++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = connection is SqliteConnection ? $"${i}" : "";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static void Write(DbCommand command, params object[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private static void Read(DbCommand command, params object[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        using DbDataReader reader = command.ExecuteReader();
        if (!reader.Read())
        {
            throw new InvalidOperationException("the row is not there");
        }

        reader.GetFieldValue<byte[]>(0);
    }

    private static void Run(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
