using Strongroom.AuditLog;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>Lists the boxes of a document: kinds, places and decisions; never what stands there.</summary>
internal sealed class ListBoxes(DocumentAccess access)
{
    public static void Map(RouteGroupBuilder documents) =>
        documents.MapGet("/{id}/boxes", async (
            DocumentId id, CurrentStanding standing, HttpResponse response, ListBoxes list,
            CancellationToken cancellation) =>
        {
            (BoxesAnswer answer, long version) = await list.RunAsync(standing.Value, id, cancellation);
            response.Headers.ETag = VersionTag.Write(version);
            return TypedResults.Ok(answer);
        }).RequirePermission(Permission.RedactDocuments);

    public async Task<(BoxesAnswer Boxes, long Version)> RunAsync(
        Standing who, DocumentId id, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.Viewed, Permission.RedactDocuments, cancellation);
        return (BoxesAnswer.Of(BoxChange.Read(document)), document.Row.CardVersion);
    }
}
