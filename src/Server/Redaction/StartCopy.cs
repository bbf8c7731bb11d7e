using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Asks for a redacted copy. While a box is undecided none is made, unless the caller accepts all of them.
/// </summary>
internal sealed class StartCopy(DocumentAccess access, DocumentJobs jobs)
{
    public static void Map(RouteGroupBuilder documents) =>
        documents.MapPost("/{id}/copies", async (
            DocumentId id, CopyRequest? request, CurrentStanding standing, StartCopy start,
            CancellationToken cancellation) =>
        {
            AcceptedTask accepted = await start.RunAsync(
                standing.Value, id, request ?? new CopyRequest(), cancellation);
            return TypedResults.Accepted($"/api/v1/jobs/{accepted.Job}", accepted);
        }).RequirePermission(Permission.RedactDocuments);

    public async Task<AcceptedTask> RunAsync(
        Standing who, DocumentId id, CopyRequest request, CancellationToken cancellation)
    {
        // The job records the copy itself.
        AuditAct act = request.AcceptAll ? AuditAct.FindingsDecided : AuditAct.Viewed;
        using OpenDocument document = await access.OpenAsync(who, id, act, Permission.RedactDocuments, cancellation);
        IReadOnlyList<Box> boxes = Decide(BoxChange.Read(document), request.AcceptAll);
        if (document.Card.Original is null)
        {
            throw new RefusedException(RedactionRefusals.OriginalGone);
        }

        var copy = new CopyCard
        {
            Id = RecordId.New(),
            Job = JobId.New(),
            AskedAt = jobs.Now,
        };
        RecordVersion record = document.Card.Boxes!;
        var change = new BoxChange(document, record with { Version = record.Version + 1 }, boxes);
        DocumentCard card = change.Card with { Copies = [.. document.Card.Copies, copy], ChangedAt = jobs.Now };
        if (!await document.TryWriteAsync(card, change.Write, cancellation))
        {
            throw new RefusedException(RedactionRefusals.Changed);
        }

        var task = new DocumentTask(id, copy.Id, request.AcceptAll);
        await jobs.StartCopyAsync(copy.Job, who.Actor, document.Compartment.Facts.Id, task);
        return new AcceptedTask(id, copy.Job, copy.Id);
    }

    private static IReadOnlyList<Box> Decide(IReadOnlyList<Box> boxes, bool acceptAll)
    {
        int undecided = boxes.Count(box => box.Decision == BoxDecision.Undecided);
        if (undecided > 0 && !acceptAll)
        {
            string sentence = string.Create(CultureInfo.InvariantCulture, $"{undecided} left to decide.");
            throw new RefusedException(PaperRefusals.FindingsUndecided, new FieldFault("boxes", sentence));
        }

        return [.. boxes.Select(box =>
            box.Decision == BoxDecision.Undecided ? box with { Decision = BoxDecision.Accepted } : box)];
    }
}
