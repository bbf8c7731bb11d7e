using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>Answers a full disk or a damaged database with its refusal, wherever in a request it shows.</summary>
internal sealed class StoreFailures(RequestDelegate next)
{
    // SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_FULL, SQLITE_NOTADB
    private const int Unreadable = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int NotADatabase = 26;

    // SQLITE_CONSTRAINT
    private const int Constraint = 19;

    // ENOSPC; on Windows the low half of ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private static readonly int[] NoSpace = [28, 112, 39];

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (Find(failure) is not null)
        {
            throw new RefusedException(Find(failure)!);
        }
    }

    /// <summary>Whether a statement failed for a reason of the disk or the connection, and not of the statement.</summary>
    public static bool IsOfStore(Exception failure) => failure is DbException && Find(failure) is not null;

    /// <summary>Whether a row was not kept because another one has its key.</summary>
    public static bool IsTaken(DbUpdateException failure) => failure.InnerException is DbException cause && IsTaken(cause);

    /// <summary>Whether a row was not kept because another one has its key.</summary>
    public static bool IsTaken(DbException failure) =>
        failure is SqliteException { SqliteErrorCode: Constraint }
            or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>The refusal that a failure amounts to; null where it is something else.</summary>
    public static Refusal? Find(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: Unreadable or Full } => StorageRefusals.StoreUnavailable,
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => StorageRefusals.StoreDamaged,
        PostgresException refused => OfServer(refused.SqlState),
        NpgsqlException => StorageRefusals.DatabaseAway,
        IOException full when NoSpace.Contains(full.HResult & 0xffff) => StorageRefusals.StoreUnavailable,
        { InnerException: { } inner } => Find(inner),
        _ => null,
    };

    /// <summary>
    /// Whether work that goes on by itself may be tried again: a full disk, a compartment closed meanwhile, a log that cannot
    /// be written; nothing is lost, it waits.
    /// </summary>
    public static bool IsPassing(Exception failure) =>
        Find(failure) is not null
        || failure is RefusedException or DbException or DbUpdateException or IOException or UnauthorizedAccessException;

    // Classes of SQLSTATE: 08 connection, 53 resources (a full disk is 53100), 57 the operator stops, 58 the system.
    private static Refusal? OfServer(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => StorageRefusals.StoreUnavailable,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StorageRefusals.StoreDamaged,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => StorageRefusals.DatabaseAway,
        PostgresErrorCodes.CharacterNotInRepertoire => ShellRefusals.Malformed, // a NUL, which SQLite keeps
        PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege => StorageRefusals.DatabaseRefuses,
        _ => state[..2] switch
        {
            "08" or "53" or "57" or "58" => StorageRefusals.DatabaseAway,
            "28" => StorageRefusals.DatabaseRefuses,
            _ => null,
        },
    };
}
