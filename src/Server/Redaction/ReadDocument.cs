using Strongroom.AuditLog;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// The job that reads a document: text and patterns from the Redactor, then registered customers; all of it kept
/// sealed.
/// </summary>
internal sealed class ReadDocument(
    DocumentAccess access, MatchCustomers match, RedactorProcess redactor, StandingOfActor standings,
    DataFolder data) : IJobWork
{
    private const int Steps = 3;

    public string Kind => DocumentJobs.ReadingKind;

    public string Label => "Reading of paperwork";

    public string PathOf(JobRow job) => DocumentJobs.PathOf(job);

    public string SentenceOf(string outcome) => DocumentProblem.Of(outcome).Sentence;

    public async Task<JobOutcome> RunAsync(JobHandle job, CancellationToken stop)
    {
        var task = DocumentTask.Parse(job.Settings);
        Standing who = await standings.ReadAsync(job.StartedBy, stop);
        RedactorRequest? request = await PrepareAsync(who, task.Document, stop);
        if (request is null)
        {
            return JobOutcome.Done; // a run before a crash has finished it
        }

        await job.ReportAsync(1, Steps, 0, stop);
        RedactorAnswer answer = await redactor.RunAsync(request, stop);
        if (answer is not FoundAnswer found)
        {
            return new JobOutcome(false, answer is RefusedAnswer refused ? refused.Code : PaperRefusals.Failed.Code);
        }

        await job.ReportAsync(2, Steps, 0, stop);
        who = await standings.ReadAsync(job.StartedBy, stop); // it has taken a while
        await KeepAsync(who, task.Document, job.Compartment!, found, stop);
        await job.ReportAsync(Steps, Steps, 0, stop);
        return JobOutcome.Done;
    }

    /// <summary>What the Redactor is asked; null where the document has been read.</summary>
    private async Task<RedactorRequest?> PrepareAsync(Standing who, DocumentId id, CancellationToken stop)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.OriginalRead, Permission.RedactDocuments, stop);
        if (document.Card.Boxes is not null)
        {
            return null;
        }

        StoredFile original = document.Card.Original ?? throw new RefusedException(RedactionRefusals.OriginalGone);
        return new RedactorRequest
        {
            Act = RedactorAct.Find,
            Format = document.Card.Format,
            Document = await SealedFiles.ReadAsync(
                Folder(document), document.Seal, DocumentColumns.Original, original, stop),
        };
    }

    private async Task KeepAsync(
        Standing who, DocumentId id, CompartmentId compartment, FoundAnswer found, CancellationToken stop)
    {
        IReadOnlyList<Finding> elsewhere = await match.ElsewhereAsync(
            who, compartment, id, found.Text, found.Findings, stop);
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.LookedUp, Permission.RedactDocuments, stop);
        IReadOnlyList<Finding> own = await MatchCustomers.InAsync(
            document.Compartment, found.Text, found.Findings, stop);
        IReadOnlyList<Finding> findings = MatchCustomers.Join(own, elsewhere);
        var places = new BoxPlaces(found.Text);
        Box[] boxes = [.. findings.Select(finding => Box.Of(finding, places))];
        byte[] text = RedactorFrames.Write(found with { Findings = [] });
        StoredFile kept = await SealedFiles.WriteAsync(
            Folder(document), document.Seal, DocumentColumns.Text, text, stop);
        var change = new BoxChange(document, new RecordVersion(RecordId.New(), 1), boxes);
        bool isWritten = await document.TryWriteAsync(change.Card with { Text = kept }, change.Write, stop);
        if (!isWritten)
        {
            throw new RefusedException(RedactionRefusals.Changed);
        }
    }

    private string Folder(OpenDocument document) => data.DocumentsFolder(document.Compartment.Facts.Id);
}
