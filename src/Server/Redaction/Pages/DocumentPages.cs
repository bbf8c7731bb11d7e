using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>The pages of paperwork: the list with the upload, one document with its proof, the review.</summary>
internal static class DocumentPages
{
    /// <summary>Makes what the pages are made by.</summary>
    public static void AddDocumentPages(this IServiceCollection services) => services
        .AddSingleton<PaperworkPage>()
        .AddSingleton<DocumentPage>()
        .AddSingleton<ReviewPage>();

    public static void MapDocumentPages(this RouteGroupBuilder pages)
    {
        RouteGroupBuilder documents = pages.MapGroup("/documents");
        PaperworkPage.Map(documents);
        DocumentPage.Map(documents);
        ReviewPage.Map(documents);

        // Where somebody comes back to after logging in again in the middle of a press.
        foreach (string act in (string[])["stop", "readings", "copies", "destruction"])
        {
            documents.MapGet("/{id}/" + act, (DocumentId id) => Page.SeeOther($"/documents/{id}"))
                .RequirePermission(Permission.RedactDocuments);
        }
    }
}
