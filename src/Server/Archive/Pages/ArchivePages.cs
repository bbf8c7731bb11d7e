using System.Globalization;
using Strongroom.Server.Redaction;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Archive.Pages;

/// <summary>The pages of the archive: find what is filed, and file a copy.</summary>
internal static class ArchivePages
{
    private const string Day = "yyyy-MM-dd";

    public static void MapArchivePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/archive", () => Page.Of<ArchiveView>(new ArchiveModel()))
            .RequirePermission(Permission.ReadArchive);

        // A search is a POST: no word of it stands in an address.
        pages.MapPost("/archive", async (
            PageForm form, CurrentStanding standing, SearchArchive search, CancellationToken cancellation) =>
            await SearchAsync(form, standing.Value, search, cancellation)).RequirePermission(Permission.ReadArchive);
        pages.MapPost("/documents/{id}/filings", async (
            DocumentId id, PageForm form, CurrentStanding standing, FileCopy file, DestroyOriginal destroy,
            CancellationToken cancellation) =>
        {
            RecordId copy = RecordId.TryParse(form["copy"], null, out RecordId? named)
                ? named : throw new RefusedException(RedactionRefusals.CopyMissing);
            await file.RunAsync(standing.Value, new FileRequest(id, copy), cancellation);
            if (form["original"] == "destroy")
            {
                await destroy.RunAsync(standing.Value, id, cancellation);
            }

            return Page.SeeOther($"/documents/{id}");
        }).RequirePermission(Permission.FileInArchive);

        // Where somebody comes back to after logging in again in the middle of a press.
        pages.MapGet("/documents/{id}/filings", (DocumentId id) => Page.SeeOther($"/documents/{id}"))
            .RequirePermission(Permission.FileInArchive);
    }

    private static async Task<IResult> SearchAsync(
        PageForm form, Standing who, SearchArchive search, CancellationToken cancellation)
    {
        var model = new ArchiveModel
        {
            Code = form["code"],
            Words = form["words"],
            Kind = form["kind"],
            From = form["from"],
            To = form["to"],
        };
        try
        {
            return Page.Of<ArchiveView>(
                model with { Answer = await search.RunAsync(who, Request(model), cancellation) });
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Invalid)
        {
            IReadOnlyList<FieldFault> faults = refused.Faults is [{ Field: not "words" }]
                ? refused.Faults : [new FieldFault("words", refused.Refusal.Sentence)];
            return Page.Of<ArchiveView>(model with { Faults = faults }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static SearchRequest Request(ArchiveModel typed)
    {
        CustomerCode? code = null;
        if (typed.Code.Length > 0 && !CustomerCode.TryParse(typed.Code, null, out code))
        {
            throw Fault("code", "This is no customer code.");
        }

        return new SearchRequest
        {
            Code = code,
            Words = typed.Words.Length == 0 ? null : typed.Words,
            Kind = typed.Kind.Length == 0 ? null : typed.Kind.ToLowerInvariant().Replace(' ', '-'),
            From = DayOf("from", typed.From),
            To = DayOf("to", typed.To)?.AddDays(1), // that day is meant too
        };
    }

    private static DateTimeOffset? DayOf(string field, string typed)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(
            typed, Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset day)
            && day.Year < DateTime.MaxValue.Year
            ? day : throw Fault(field, "Write the day as 2026-01-31.");
    }

    private static RefusedException Fault(string field, string sentence) =>
        new(ArchiveRefusals.SearchEmpty, new FieldFault(field, sentence));
}
