using Microsoft.Data.Sqlite;
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

    /// <summary>The refusal that a failure amounts to; null where it is something else.</summary>
    public static Refusal? Find(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: Unreadable or Full } => StorageRefusals.StoreUnavailable,
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => StorageRefusals.StoreDamaged,
        IOException full when NoSpace.Contains(full.HResult & 0xffff) => StorageRefusals.StoreUnavailable,
        { InnerException: { } inner } => Find(inner),
        _ => null,
    };
}
