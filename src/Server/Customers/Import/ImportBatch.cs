using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Audit;
using Strongroom.Server.Codes;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.History;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Registers the customers of some rows at once: one reservation of codes, one sync of the log, one commit.
/// </summary>
internal sealed class ImportBatch(CodeRoutes routes, AuditWriter audit, TimeProvider time)
{
    /// <summary>Registers rows in order until the compartment is full.</summary>
    /// <returns>How many were registered; their entries and the progress are durable.</returns>
    public async Task<int> RunAsync(
        OpenCompartment open, JobId job, IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        int room = (int)Math.Min(rows.Count, open.Facts.Cap - open.CustomerCount);
        if (room <= 0)
        {
            return 0;
        }

        List<(CustomerCode Code, ObjectHandle Handle)> codes = routes.Reserve(open.Facts.Id, room);
        var newcomers = new Newcomer[room];
        try
        {
            // Sealing is most of the work, and rows have nothing to do with each other.
            Parallel.For(0, room, i => newcomers[i] = Make(open, job, rows[i], codes[i].Code, codes[i].Handle));

            await Task.WhenAll(newcomers.Select(
                newcomer => audit.RecordAsync(newcomer.Draft, newcomer.Customer.Seal.Key, cancellation)));
            byte[] made = ImportedCustomers.Seal(
                open, job, rows[room - 1].Number, [.. newcomers.Select(newcomer => newcomer.Customer.Row.Id)]);
            return await open.WriteAsync(
                session =>
                {
                    int added = Write(open, session, job, newcomers);
                    ImportedCustomers.Write(session, job, rows[room - 1].Number, made);
                    return added;
                },
                cancellation);
        }
        finally
        {
            Array.ForEach(newcomers, newcomer => newcomer?.Customer.Dispose());
        }
    }

    private static int Write(OpenCompartment open, CompartmentSession session, JobId job, IReadOnlyList<Newcomer> newcomers)
    {
        int added = 0;
        foreach (Newcomer newcomer in newcomers)
        {
            if (!open.TryAddCustomer(session, newcomer.Customer))
            {
                break;
            }

            newcomer.Records.Write(session);
            added++;
        }

        // Of all rows together and in the index's own order, which changes each of its pages once.
        session.AddBlinds(newcomers.Take(added)
            .SelectMany(newcomer => newcomer.Tags.Select(
                tag => (tag.Field, tag.Tag, (IIdentifier)newcomer.Customer.Row.Id)))
            .OrderBy(tag => tag.Field, StringComparer.Ordinal).ThenBy(tag => Convert.ToHexString(tag.Tag), StringComparer.Ordinal));

        if (added > 0)
        {
            ImportProgress.Write(session, job, newcomers[added - 1].SealedProgress);
        }

        return added;
    }

    private Newcomer Make(OpenCompartment open, JobId job, ImportRow row, CustomerCode code, ObjectHandle handle)
    {
        OpenCustomer customer = open.MakeCustomer(new NewCustomer(CustomerId.New(), code, handle, SealingKey.New(1)));
        var draft = new AuditDraft
        {
            Act = AuditAct.Created,
            Actor = new Actor(ActorKind.Job, job),
            Result = AuditResult.Done,
            Compartment = open.Facts.Id,
            Object = handle,
            Count = open.CommitCount,
            Body = new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = code.ToString() },
        };
        return new Newcomer(
            customer,
            CustomerDraft.New(customer.Seal, row.Fields!, FieldChange.Now(time.GetUtcNow(), draft.Actor)),
            IndexPlan.Tags(open, row.Fields!),
            draft,
            ImportProgress.Seal(open.SealFor(job), row.Number));
    }

    /// <summary>One customer, sealed and ready to be written.</summary>
    private sealed record Newcomer(
        OpenCustomer Customer, CustomerDraft Records, List<(string Field, byte[] Tag)> Tags, AuditDraft Draft,
        byte[] SealedProgress);
}
