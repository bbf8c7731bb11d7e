using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>
/// Takes in what waits in the inbox of one compartment, batch by batch: opens, checks, makes customers in the newest
/// compartment with room, and then removes the files. What cannot be taken in is set aside and stops nobody.
/// </summary>
internal sealed class TakeInbox(Inboxes inboxes, ReadInbox reader, TakeBatch batches, TakePlaces places, AuditWriter audit)
{
    private const int BatchSize = 100;

    /// <returns>How many files have left the inbox.</returns>
    public async Task<int> RunAsync(CompartmentFacts inbox, CancellationToken cancellation)
    {
        int gone = 0;
        while (inboxes.Waiting(inbox.Id, BatchSize) is { Count: > 0 } files)
        {
            int moved = await RunAsync(inbox, files, cancellation);
            gone += moved;
            if (moved == 0)
            {
                break; // what is left waits for a compartment that is closed
            }
        }

        return gone;
    }

    private async Task<int> RunAsync(
        CompartmentFacts inbox, IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var ready = new List<OpenedSubmission>(files.Count);
        var spoilt = new List<string>();
        using (OpenCompartment open = await places.OpenAsync(inbox, cancellation))
        {
            foreach (string file in files)
            {
                if (reader.TryOpen(file, open.Inbox) is { } submission)
                {
                    ready.Add(submission);
                }
                else
                {
                    spoilt.Add(file);
                }
            }

            await SetAsideAsync(inbox, spoilt, open.CommitCount, cancellation);
        }

        return spoilt.Count + await RegisterAsync(inbox, ready, cancellation);
    }

    /// <summary>Registers a batch, in the next compartment where one is full.</summary>
    private async Task<int> RegisterAsync(
        CompartmentFacts inbox, List<OpenedSubmission> ready, CancellationToken cancellation)
    {
        int moved = 0;
        CompartmentFacts place = inbox;
        while (ready.Count > 0)
        {
            TakenBatch batch;
            using (OpenCompartment open = await places.OpenAsync(place, cancellation))
            {
                batch = await batches.RunAsync(open, ready, cancellation);
            }

            (List<OpenedSubmission> over, List<OpenedSubmission> later) = await places.SettleAsync(
                batch.Elsewhere, place, cancellation);
            moved += Remove(batch.Done.Concat(over), ready);
            later.ForEach(submission => ready.Remove(submission));
            if (batch.Done.Count + batch.Elsewhere.Count == 0)
            {
                place = await places.NextAsync(place, cancellation);
            }
        }

        return moved;
    }

    private static int Remove(IEnumerable<OpenedSubmission> done, List<OpenedSubmission> ready)
    {
        int removed = 0;
        foreach (OpenedSubmission submission in done)
        {
            // Not synced: a file that comes back after a power cut is found to be a customer already.
            File.Delete(submission.File);
            ready.Remove(submission);
            removed++;
        }

        return removed;
    }

    private async Task SetAsideAsync(
        CompartmentFacts inbox, List<string> spoilt, long commitCount, CancellationToken cancellation)
    {
        foreach (string file in spoilt)
        {
            await audit.RecordAsync(
                new AuditDraft
                {
                    Act = AuditAct.SetAside,
                    Actor = IntakeStanding.Actor,
                    Result = AuditResult.Failed,
                    Compartment = inbox.Id,
                    Count = commitCount,
                },
                cancellation);
            inboxes.SetAside(inbox.Id, file);
        }
    }
}
