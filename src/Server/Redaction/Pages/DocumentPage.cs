using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>Shows one document: its state, the proof of its copy, what can be done next.</summary>
internal sealed class DocumentPage(ViewDocument view, ReadCopy read, PaperworkPage paperwork)
{
    public static void Map(RouteGroupBuilder documents)
    {
        documents.MapGet("/{id}", async (
            DocumentId id, HttpContext http, CurrentStanding standing, DocumentPage page,
            CancellationToken cancellation) =>
            Page.Of<DocumentView>(await page.ModelAsync(http, standing.Value, id, cancellation)))
            .RequirePermission(Permission.RedactDocuments);
        documents.MapPost("/{id}/copies", async (
            DocumentId id, CurrentStanding standing, StartCopy start, CancellationToken cancellation) =>
        {
            try
            {
                await start.RunAsync(standing.Value, id, new CopyRequest(), cancellation);
                return Page.SeeOther($"/documents/{id}");
            }
            catch (RefusedException refused) when (
                ReferenceEquals(refused.Refusal, Vocabulary.Paper.PaperRefusals.FindingsUndecided))
            {
                return Page.SeeOther($"/documents/{id}/review"); // shows the boxes that are left
            }
        }).RequirePermission(Permission.RedactDocuments);
        documents.MapPost("/{id}/destruction", async (
            DocumentId id, CurrentStanding standing, DestroyOriginal destroy, CancellationToken cancellation) =>
        {
            await destroy.RunAsync(standing.Value, id, cancellation);
            return Page.SeeOther($"/documents/{id}");
        }).RequirePermission(Permission.RedactDocuments);
    }

    private async Task<DocumentModel> ModelAsync(
        HttpContext http, Standing who, DocumentId id, CancellationToken cancellation)
    {
        (ViewedDocument document, _) = await view.RunAsync(who, id, cancellation);
        PaperworkLine line = await paperwork.LineAsync(document, JobViewers.Of(http), cancellation);
        ViewedCopy? proved = document.Copies.FirstOrDefault(copy => copy.Id == document.FiledCopy)
            ?? document.Copies.LastOrDefault(copy => copy.State == "proved");
        return new DocumentModel
        {
            Line = line,
            Proved = proved,
            Proof = proved is null ? null : ShownProof.Read(await read.ProofAsync(who, id, proved.Id, cancellation)),
        };
    }
}
