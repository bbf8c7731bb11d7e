using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Puts customers of an import into the trash: the entries of all are in the log before the one commit. Who was
/// changed since, or has documents, stays.
/// </summary>
internal sealed class UndoBatch(AuditWriter audit, TimeProvider time)
{
    private const long AsImported = 1;

    /// <returns>How many are in the trash now, and how many stay.</returns>
    public async Task<(int Trashed, int Kept)> RunAsync(
        OpenCompartment open, JobId job, IReadOnlyList<CustomerId> made, CancellationToken cancellation)
    {
        // Readers see the newest commit only when nothing is half committed.
        await open.SettleAsync(cancellation);
        var leaving = new List<Leaver>();
        int trashed = 0;
        int kept = 0;
        try
        {
            foreach (CustomerRow row in made
                .Select(id => open.Read(session => session.CustomerById(RecordAddress.Bytes(id)))).OfType<CustomerRow>())
            {
                OpenCustomer customer = open.OpenCustomer(row);
                CustomerCard? card = TryReadCard(open, customer);
                if (card is { TrashedAt: null } && IsUntouched(open, row))
                {
                    leaving.Add(Make(open, job, customer, card));
                    continue;
                }

                customer.Dispose();
                trashed += card?.TrashedAt is null ? 0 : 1;
                kept += card?.TrashedAt is null ? 1 : 0;
            }

            int gone = await TrashAsync(open, leaving, cancellation);
            return (trashed + gone, kept + leaving.Count - gone);
        }
        finally
        {
            leaving.ForEach(leaver => leaver.Customer.Dispose());
        }
    }

    private static bool IsUntouched(OpenCompartment open, CustomerRow row) =>
        row.CardVersion == AsImported && open.Read(session => session.DocumentsOf(row.Id, 1)).Count == 0;

    /// <summary>Null for one that somebody is changing just now: it stays.</summary>
    private static CustomerCard? TryReadCard(OpenCompartment open, OpenCustomer customer)
    {
        try
        {
            return open.Read(session => CustomerCard.Open(customer, session));
        }
        catch (CardMissingException)
        {
            return null;
        }
    }

    private Leaver Make(OpenCompartment open, JobId job, OpenCustomer customer, CustomerCard card)
    {
        DateTimeOffset now = time.GetUtcNow();
        CustomerCard next = card with { TrashedAt = now, ChangedAt = now };
        var entry = new AuditDraft
        {
            Act = AuditAct.Trashed,
            Actor = new Actor(ActorKind.Job, job),
            Result = AuditResult.Done,
            Compartment = open.Facts.Id,
            Object = customer.Row.Handle,
            Count = open.CommitCount,
            Body = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["code"] = OpenCompartment.CodeOf(customer).ToString(),
                ["case"] = job.ToString(),
            },
        };
        return new Leaver(customer, CustomerDraft.Restate(customer.Seal, customer.Row.CardVersion, next), entry);
    }

    /// <returns>How many nobody has changed at the same moment.</returns>
    private async Task<int> TrashAsync(OpenCompartment open, List<Leaver> leaving, CancellationToken cancellation)
    {
        if (leaving.Count == 0)
        {
            return 0;
        }

        await Task.WhenAll(leaving.Select(
            leaver => audit.RecordAsync(leaver.Entry, leaver.Customer.Seal.Key, cancellation)));
        List<Leaver> stayed = await open.WriteAsync(
            session => leaving.Where(leaver => !TryWrite(session, leaver)).ToList(), cancellation);

        // Somebody was faster: the log says that it was not done after all.
        await Task.WhenAll(stayed.Select(leaver => audit.RecordAsync(
            leaver.Entry with { Result = AuditResult.Failed }, leaver.Customer.Seal.Key, CancellationToken.None)));
        return leaving.Count - stayed.Count;
    }

    private static bool TryWrite(CompartmentSession session, Leaver leaver)
    {
        if (!session.MoveCustomer(leaver.Customer.Row.Id, AsImported, AsImported + 1))
        {
            return false;
        }

        leaver.Draft.Write(session);
        return true;
    }

    /// <summary>One customer on the way to the trash.</summary>
    private sealed record Leaver(OpenCustomer Customer, CustomerDraft Draft, AuditDraft Entry);
}
