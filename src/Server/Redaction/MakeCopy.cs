using System.Security.Cryptography;
using Strongroom.AuditLog;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// The job that makes a redacted copy: the Redactor blacks out and proves, registered customers are looked for once
/// more in what it wrote, and only a copy whose proof holds is kept, with its proof.
/// </summary>
internal sealed class MakeCopy(
    DocumentAccess access, CheckCopy check, RedactorProcess redactor, StandingOfActor standings,
    DataFolder data) : IJobWork
{
    private const int Steps = 3;

    public string Kind => DocumentJobs.CopyKind;

    public string Label => "Redacted copy";

    public string PathOf(JobRow job) => DocumentJobs.PathOf(job);

    public string SentenceOf(string outcome) => DocumentProblem.Of(outcome).Sentence;

    public async Task<JobOutcome> RunAsync(JobHandle job, CancellationToken stop)
    {
        var task = DocumentTask.Parse(job.Settings);
        Standing who = await standings.ReadAsync(job.StartedBy, stop);
        (RedactorRequest Request, KeptTexts Kept)? plan = await PrepareAsync(who, task, stop);
        if (plan is null)
        {
            return JobOutcome.Done; // a run before a crash has finished it
        }

        await job.ReportAsync(1, Steps, 0, stop);
        RedactorAnswer answer = await redactor.RunAsync(plan.Value.Request, stop);
        await job.ReportAsync(2, Steps, 0, stop);
        who = await standings.ReadAsync(job.StartedBy, stop); // it has taken a while
        RefusedAnswer? refused = await check.RunAsync(
            who, task.Document, job.Compartment!, plan.Value.Request, plan.Value.Kept, answer, stop);
        if (refused is not null)
        {
            await KeepBackAsync(who, task, refused);
            return new JobOutcome(false, refused.Code);
        }

        await KeepAsync(who, task, (RedactedAnswer)answer, plan.Value.Request.Boxes, stop);
        await job.ReportAsync(Steps, Steps, 0, stop);
        return JobOutcome.Done;
    }

    /// <summary>What the Redactor is asked; null where the copy is made.</summary>
    private async Task<(RedactorRequest Request, KeptTexts Kept)?> PrepareAsync(
        Standing who, DocumentTask task, CancellationToken stop)
    {
        using OpenDocument document = await access.OpenAsync(
            who, task.Document, AuditAct.OriginalRead, Permission.RedactDocuments, stop);
        if (document.Card.Copies.Any(copy => copy.Id == task.Copy && copy.File is not null))
        {
            return null;
        }

        StoredFile original = document.Card.Original ?? throw new RefusedException(RedactionRefusals.OriginalGone);
        IReadOnlyList<Box> boxes = BoxChange.Read(document);
        DocumentText text = await ReviewText.ReadAsync(document, data, stop);
        List<Box> rejected = [.. boxes.Where(box => box.Decision == BoxDecision.Rejected)];
        var request = new RedactorRequest
        {
            Act = RedactorAct.Apply,
            Format = document.Card.Format,
            Document = await SealedFiles.ReadAsync(
                Folder(document), document.Seal, DocumentColumns.Original, original, stop),
            // Kept nowhere: without it the hashes in the proof say nothing.
            ProofKey = RandomNumberGenerator.GetBytes(RedactorRequest.ProofKeyLength),
            Boxes = [.. boxes.Where(box => box.Decision == BoxDecision.Accepted).Select(box => box.ToRedactionBox())],
            Kept = [.. rejected.Where(box => box.Area is null)
                .Select(box => new TextRange(box.Segment, box.Start, box.End))],
            TakesLateFindings = task.TakesLateFindings,
        };
        return (request, KeptTexts.Of(text, rejected));
    }

    private async Task KeepAsync(
        Standing who, DocumentTask task, RedactedAnswer answer, IReadOnlyList<RedactionBox> boxes,
        CancellationToken stop)
    {
        using OpenDocument document = await access.OpenAsync(
            who, task.Document, AuditAct.DocumentRedacted, Permission.RedactDocuments, stop);
        StoredFile file = await SealedFiles.WriteAsync(
            Folder(document), document.Seal, DocumentColumns.Copy, answer.Copy, stop);
        var records = new CopyRecords(document, answer, boxes);
        await ChangeCopy.RunAsync(
            document, task.Copy!,
            copy => copy with
            {
                File = file,
                Proof = records.Proof,
                Words = records.Words,
                Problem = null,
                Places = [],
            },
            records.Write);
    }

    private async Task KeepBackAsync(Standing who, DocumentTask task, RefusedAnswer refused)
    {
        // A failure is put on record also when the job is told to stop now.
        using OpenDocument document = await access.OpenAsync(
            who, task.Document, AuditAct.RedactionFailed, Permission.RedactDocuments, CancellationToken.None);
        await ChangeCopy.RunAsync(
            document, task.Copy!, copy => copy with { Problem = refused.Code, Places = refused.Places }, null);
    }

    private string Folder(OpenDocument document) => data.DocumentsFolder(document.Compartment.Facts.Id);
}
