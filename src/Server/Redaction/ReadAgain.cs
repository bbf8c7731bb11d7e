using Strongroom.AuditLog;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>Tries once more to read a document whose reading failed or was stopped.</summary>
internal sealed class ReadAgain(DocumentAccess access, DocumentJobs jobs)
{
    public static void Map(RouteGroupBuilder documents) =>
        documents.MapPost("/{id}/readings", async (
            DocumentId id, CurrentStanding standing, ReadAgain again, CancellationToken cancellation) =>
        {
            AcceptedTask accepted = await again.RunAsync(standing.Value, id, cancellation);
            return TypedResults.Accepted($"/api/v1/jobs/{accepted.Job}", accepted);
        }).RequirePermission(Permission.RedactDocuments);

    public async Task<AcceptedTask> RunAsync(Standing who, DocumentId id, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.Viewed, Permission.RedactDocuments, cancellation); // the job records the reading itself
        bool hasFailed = document.Card.Boxes is null
            && await jobs.ProblemAsync(document.Card.ReadingJob, cancellation) is not null;
        if (!hasFailed)
        {
            throw new RefusedException(RedactionRefusals.ReadAlready);
        }

        var job = JobId.New();
        if (!await document.TryWriteAsync(
            document.Card with { ReadingJob = job, ChangedAt = jobs.Now }, null, cancellation))
        {
            throw new RefusedException(RedactionRefusals.Changed);
        }

        await jobs.StartReadingAsync(job, who.Actor, document.Compartment.Facts.Id, id);
        return new AcceptedTask(id, job, null);
    }
}
