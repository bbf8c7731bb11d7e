using Strongroom.AuditLog;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Accepts and rejects boxes, one or all of a kind or wherever the same text stands, and adds what a reviewer draws.
/// </summary>
internal sealed class DecideBoxes(DocumentAccess access, DataFolder data)
{
    public static void Map(RouteGroupBuilder documents) =>
        documents.MapPatch("/{id}/boxes", async (
            DocumentId id, DecideRequest request, CurrentStanding standing, HttpContext http, DecideBoxes decide,
            CancellationToken cancellation) =>
        {
            (BoxesAnswer answer, long version) = await decide.RunAsync(
                standing.Value, id, http.Request.Headers.IfMatch.ToString(), request, cancellation);
            http.Response.Headers.ETag = VersionTag.Write(version);
            return TypedResults.Ok(answer);
        }).RequirePermission(Permission.RedactDocuments);

    public async Task<(BoxesAnswer Boxes, long Version)> RunAsync(
        Standing who, DocumentId id, string untrustedTag, DecideRequest request, CancellationToken cancellation)
    {
        if (untrustedTag.Length == 0)
        {
            throw new RefusedException(RedactionRefusals.VersionMissing);
        }

        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.FindingsDecided, Permission.RedactDocuments, cancellation);
        if (untrustedTag != VersionTag.Write(document.Row.CardVersion))
        {
            throw new RefusedException(RedactionRefusals.Changed);
        }

        IReadOnlyList<Box> boxes = BoxChange.Read(document);
        DocumentText text = await ReviewText.ReadAsync(document, data, cancellation);
        boxes = BoxDecisions.Apply(boxes, text, request.Decisions);
        await WriteAsync(document, boxes, cancellation);
        return (BoxesAnswer.Of(boxes), document.Row.CardVersion + 1);
    }

    /// <summary>Writes the boxes' next version, if nobody was faster.</summary>
    internal static async Task WriteAsync(
        OpenDocument document, IReadOnlyList<Box> boxes, CancellationToken cancellation)
    {
        RecordVersion record = document.Card.Boxes!;
        var change = new BoxChange(document, record with { Version = record.Version + 1 }, boxes);
        if (!await document.TryWriteAsync(change.Card, change.Write, cancellation))
        {
            throw new RefusedException(RedactionRefusals.Changed);
        }
    }
}
