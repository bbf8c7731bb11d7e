using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>
/// The documents of one compartment, newest first, in memory: ids tell no time, and the time is sealed in each card.
/// Every card is opened once; after a commit only the rows are looked at again. Gone when the compartment closes.
/// </summary>
internal sealed class DocumentOrder : IDisposable
{
    private const int PageSize = 500;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Dictionary<DocumentId, DatedDocument> _known = [];
    private List<DatedDocument> _newestFirst = [];
    private long _commits = -1;

    /// <summary>Documents that stand after a place, newest first.</summary>
    /// <param name="open">The compartment.</param>
    /// <param name="customer">Whose; null for everybody's.</param>
    /// <param name="after">The place of the last one shown; 0 to begin.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<DatedDocument>> AfterAsync(
        OpenCompartment open, CustomerId? customer, UInt128 after, int limit, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            // Counted before it is read: what is committed meanwhile is looked at again the next time.
            long commits = open.CommitCount;
            if (commits != _commits)
            {
                Refresh(open, cancellation);
                _commits = commits;
            }

            return [.. From(after).Where(one => customer is null || one.Customer == customer).Take(limit)];
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private IEnumerable<DatedDocument> From(UInt128 after)
    {
        (int from, int to) = (0, _newestFirst.Count);
        while (from < to)
        {
            int middle = (from + to) / 2;
            (from, to) = _newestFirst[middle].Place > after ? (from, middle) : (middle + 1, to);
        }

        return _newestFirst.Skip(from);
    }

    private void Refresh(OpenCompartment open, CancellationToken cancellation)
    {
        var found = new Dictionary<DocumentId, DatedDocument>(_known.Count);
        byte[] after = new byte[IIdentifier.Size];
        List<DocumentRow> rows;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            rows = open.Read(session => session.DocumentsAfter(after, PageSize));
            foreach (DocumentRow row in rows)
            {
                if ((_known.GetValueOrDefault(row.Id) ?? Date(open, row)) is { } dated)
                {
                    found[row.Id] = dated;
                }

                after = RecordAddress.Bytes(row.Id);
            }
        }
        while (rows.Count == PageSize);
        _newestFirst = [.. found.Values.OrderBy(one => one.Place)];
        _known = found;
    }

    /// <summary>Null where it is being written just now, and nobody has heard of it yet.</summary>
    private static DatedDocument? Date(OpenCompartment open, DocumentRow row)
    {
        try
        {
            using OpenDocument document = DocumentAccess.Open(open, row, ownsCompartment: false);
            return DatedDocument.Of(row, document.Card.AddedAt);
        }
        catch (CardMissingException)
        {
            return null;
        }
        catch (RefusedException)
        {
            // Damaged: it comes last, where it is refused by itself, and keeps no other from being listed.
            return DatedDocument.Of(row, DateTimeOffset.MinValue);
        }
    }
}
