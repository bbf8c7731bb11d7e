using Strongroom.AuditLog;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Audit;

/// <summary>Reads the log over the API: entries, its signed head, and the proof of one entry.</summary>
internal sealed class ReadLog(AuditWriter audit, InstallationKeys keys)
{
    private const int PageDefault = 50;
    private const int PageMost = 200;

    public static void Map(RouteGroupBuilder log)
    {
        log.MapGet("/entries", async (long? from, int? limit, ReadLog read, CancellationToken cancellation) =>
            TypedResults.Ok(await read.EntriesAsync(from, limit, cancellation)))
            .RequirePermission(Permission.ReadAuditLog);
        log.MapGet("/checkpoints", async (ReadLog read, CancellationToken cancellation) =>
            TypedResults.Ok(await read.HeadAsync(cancellation)))
            .RequirePermission(Permission.ReadAuditLog);
        log.MapGet("/proofs/{entry:long}", async (long entry, ReadLog read, CancellationToken cancellation) =>
            TypedResults.Text(await read.ProofAsync(entry, cancellation), "text/plain"))
            .RequirePermission(Permission.ReadAuditLog);
    }

    /// <summary>A page of entries from a number on; the last page where none is given.</summary>
    public async Task<EntryList> EntriesAsync(long? from, int? limit, CancellationToken cancellation)
    {
        int size = Math.Clamp(limit ?? PageDefault, 1, PageMost);
        long end = audit.Journal.Size;
        long first = Math.Clamp(from ?? end - size, 0, end);
        long last = Math.Min(end, first + size);
        var items = new List<ListedEntry>(size);
        await foreach (StoredEntry stored in audit.Journal.ReadAsync(first, last, cancellation))
        {
            items.Add(Card(stored));
        }

        return new EntryList(items, last < end ? last : null, end);
    }

    public async Task<LogHead> HeadAsync(CancellationToken cancellation)
    {
        Checkpoint head = await audit.Journal.CheckpointAsync(cancellation);
        return new LogHead(head.Size, head.ToString(), keys.AuditSigning.Public.ToString());
    }

    public async Task<string> ProofAsync(long entry, CancellationToken cancellation)
    {
        if (entry < 0 || entry >= audit.Journal.Size)
        {
            throw new RefusedException(AuditRefusals.NoSuchEntry);
        }

        return (await audit.Journal.ProveAsync(entry, cancellation)).ToString();
    }

    private ListedEntry Card(StoredEntry stored) => new()
    {
        Sequence = stored.Sequence,
        Time = stored.Time,
        Act = stored.Entry.Act.ToString(),
        Actor = stored.Entry.Actor.ToString(),
        Result = stored.Entry.Result.ToString(),
        Compartment = stored.Entry.Compartment?.ToString(),
        Object = stored.Entry.Object?.ToString(),
        Body = AuditWriter.OpenBody(stored.Entry, keys.AuditBody),
    };
}
