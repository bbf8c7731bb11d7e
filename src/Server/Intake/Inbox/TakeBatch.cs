using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Audit;
using Strongroom.Server.Codes;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Customers.History;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>
/// Makes customers of some submissions at once: codes held, one sync of the log, one commit. What a crash cut off is
/// found begun, and goes on.
/// </summary>
internal sealed class TakeBatch(HoldCodes codes, AuditWriter audit, TimeProvider time)
{
    /// <returns>
    /// What is done, its files to be removed; and what is held for another compartment. What is in neither list found no
    /// room.
    /// </returns>
    public async Task<TakenBatch> RunAsync(
        OpenCompartment open, IReadOnlyList<OpenedSubmission> submissions, CancellationToken cancellation)
    {
        int room = (int)Math.Clamp(open.Facts.Cap - open.CustomerCount, 0, submissions.Count);
        IReadOnlyList<PlannedCustomer> plans = await codes.RunAsync(
            open.Facts.Id, [.. submissions.Take(room)], cancellation);
        var batch = new TakenBatch();
        var newcomers = new List<Newcomer>(plans.Count);
        try
        {
            foreach (PlannedCustomer plan in plans)
            {
                Sort(open, plan, batch, newcomers);
            }

            await Task.WhenAll(newcomers.Select(
                newcomer => audit.RecordAsync(newcomer.Draft, newcomer.Customer.Seal.Key, cancellation)));
            int added = await open.WriteAsync(session => Write(open, session, newcomers), cancellation);
            batch.Done.AddRange(newcomers.Take(added).Select(newcomer => newcomer.Plan.Submission));
            return batch;
        }
        finally
        {
            newcomers.ForEach(newcomer => newcomer.Customer.Dispose());
        }
    }

    /// <summary>Whether a submission's customer is in a compartment already.</summary>
    public static bool IsThere(OpenCompartment open, OpenedSubmission submission) =>
        open.Read(session => session.CustomerById(RecordAddress.Bytes(submission.Token.Customer))) is not null;

    private static int Write(OpenCompartment open, CompartmentSession session, List<Newcomer> newcomers)
    {
        int added = 0;
        foreach (Newcomer newcomer in newcomers)
        {
            if (!open.TryAddCustomer(session, newcomer.Customer))
            {
                break;
            }

            newcomer.Records.Write(session);
            session.AddBlinds(newcomer.Tags, newcomer.Customer.Row.Id);
            added++;
        }

        return added;
    }

    private void Sort(OpenCompartment open, PlannedCustomer plan, TakenBatch batch, List<Newcomer> newcomers)
    {
        bool isHere = plan.Hold.Compartment == open.Facts.Id;
        bool isOver = plan.Hold.State == CodeHoldState.Erased
            || (plan.Hold.State == CodeHoldState.Again && isHere && IsThere(open, plan.Submission));
        if (isOver)
        {
            batch.Done.Add(plan.Submission);
        }
        else if (isHere)
        {
            newcomers.Add(Make(open, plan));
        }
        else
        {
            batch.Elsewhere.Add(plan);
        }
    }

    private Newcomer Make(OpenCompartment open, PlannedCustomer plan)
    {
        OpenedSubmission submission = plan.Submission;
        OpenCustomer customer = open.MakeCustomer(new NewCustomer(
            submission.Token.Customer, plan.Code, submission.Token.Handle, SealingKey.New(1)));
        var body = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["code"] = plan.Code.ToString(),
            ["form"] = submission.Form,
            ["sent"] = submission.SentAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        };
        if (!plan.IsReceipts)
        {
            body.Add("receipt", "the code on the receipt was another customer's");
        }

        var draft = new AuditDraft
        {
            Act = AuditAct.TakenIn,
            Actor = IntakeStanding.Actor,
            Result = AuditResult.Done,
            Compartment = open.Facts.Id,
            Object = submission.Token.Handle,
            Count = open.CommitCount,
            Body = body,
        };
        var records = CustomerDraft.New(
            customer.Seal, submission.Fields, FieldChange.Now(time.GetUtcNow(), IntakeStanding.Actor));
        return new Newcomer(plan, customer, records, IndexPlan.Tags(open, submission.Fields), draft);
    }

    /// <summary>One customer, sealed and ready to be written.</summary>
    private sealed record Newcomer(
        PlannedCustomer Plan, OpenCustomer Customer, CustomerDraft Records, List<(string Field, byte[] Tag)> Tags,
        AuditDraft Draft);
}
