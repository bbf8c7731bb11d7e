using System.Globalization;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>The review: shows a page with its boxes, and takes a decision from a form.</summary>
internal sealed class ReviewPage(ReadReview read, DecideBoxes decide)
{
    public static void Map(RouteGroupBuilder documents)
    {
        documents.MapGet("/{id}/review", (
            DocumentId id, int? page, int? box, int? after, bool? preview, CurrentStanding standing, ReviewPage review,
            CancellationToken cancellation) =>
            review.ShowAsync(standing.Value, id, new ReviewPlace(page, box, after), preview == true, cancellation))
            .RequirePermission(Permission.RedactDocuments);
        documents.MapPost("/{id}/review", (
            DocumentId id, PageForm form, CurrentStanding standing, ReviewPage review,
            CancellationToken cancellation) => review.TakeAsync(standing.Value, id, form, cancellation))
            .RequirePermission(Permission.RedactDocuments);
    }

    private async Task<IResult> ShowAsync(
        Standing who, DocumentId id, ReviewPlace place, bool isPreview, CancellationToken cancellation)
    {
        ReviewedDocument reviewed = await read.RunAsync(who, id, cancellation);
        return reviewed.Boxes is null
            ? Page.SeeOther($"/documents/{id}")
            : Page.Of<ReviewView>(ModelOf(reviewed, reviewed.Boxes, place) with { IsPreview = isPreview });
    }

    private async Task<IResult> TakeAsync(Standing who, DocumentId id, PageForm form, CancellationToken cancellation)
    {
        int? page = int.TryParse(form["page"], CultureInfo.InvariantCulture, out int number) ? number : null;
        try
        {
            if (!ReviewAct.TryRead(form, out ReviewAct? act))
            {
                throw new RefusedException(RedactionRefusals.Invalid);
            }

            var request = new DecideRequest { Decisions = [act.Rule] };
            (BoxesAnswer answer, _) = await decide.RunAsync(
                who, id, $"\"{form["version"]}\"", request, cancellation);
            int box = act.Box ?? answer.Items.Count - 1;
            string word = act.IsOver ? "after" : "box"; // goes on with the next one, or stays
            return Page.SeeOther(
                string.Create(CultureInfo.InvariantCulture, $"/documents/{id}/review?page={page}&{word}={box}"));
        }
        catch (RefusedException refused) when (refused.Refusal.Kind is RefusalKind.Invalid or RefusalKind.Changed)
        {
            string fault = refused.Faults.Count > 0 ? refused.Faults[0].Sentence : refused.Refusal.Sentence;
            ReviewedDocument reviewed = await read.RunAsync(who, id, cancellation);
            return reviewed.Boxes is null
                ? Page.SeeOther($"/documents/{id}")
                : Page.Of<ReviewView>(
                    ModelOf(reviewed, reviewed.Boxes, new ReviewPlace(page, null, null)) with { Fault = fault },
                    StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static ReviewModel ModelOf(ReviewedDocument reviewed, BoxesAnswer boxes, ReviewPlace place)
    {
        IReadOnlyList<ReviewPart> parts =
            reviewed.Pages is { } pages ? ReviewPart.Of(pages) : ReviewPart.Of(reviewed.Text!);
        ReviewPart part = place.Page is { } number
            ? parts[Math.Clamp(number, 1, parts.Count) - 1]
            : parts.FirstOrDefault(one => boxes.Items.Any(box => IsOpen(box) && one.Holds(box))) ?? parts[0];
        List<ListedBox> here = [.. boxes.Items.Where(part.Holds)
            .OrderBy(box => box.Areas is [{ } first, ..] ? first.Top : 0).ThenBy(box => box.Start)
            .ThenBy(box => box.Box)];
        return new ReviewModel
        {
            Document = reviewed.Document,
            Version = reviewed.Version,
            Text = reviewed.Text,
            Part = part,
            Parts = parts.Count,
            Boxes = here,
            Counts = boxes.Counts,
            Current = Current(here, place),
        };
    }

    /// <summary>The box that is asked for, else the next open one, else the first.</summary>
    private static int? Current(List<ListedBox> here, ReviewPlace place)
    {
        ListedBox? chosen = here.Find(box => box.Box == place.Box);
        int from = here.FindIndex(box => box.Box == place.After) + 1;
        return (chosen ?? here.Skip(from).FirstOrDefault(IsOpen) ?? here.Find(IsOpen) ?? here.FirstOrDefault())?.Box;
    }

    private static bool IsOpen(ListedBox box) => box.Decision == "undecided";
}
