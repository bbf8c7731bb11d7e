using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Forms;

/// <summary>Publishes a form, or its next version: from then on the public listener shows it.</summary>
internal sealed class PublishForm(
    FormRegister forms, PublishedForms published, CompartmentRegister compartments, DraftForm drafts,
    FreshStepUp stepUp)
{
    public static void Map(RouteGroupBuilder forms) =>
        forms.MapPost("/", async (
            PublishRequest request, CurrentStanding standing, PublishForm publish, ListForms list,
            CancellationToken cancellation) =>
        {
            IntakeForm form = await publish.RunAsync(standing.Value, request, cancellation);
            return TypedResults.Created(
                $"/api/v1/intake-forms/{form.Slug}", await list.CardAsync(form, cancellation));
        }).RequirePermission(Permission.PublishForms);

    public async Task<IntakeForm> RunAsync(Standing who, PublishRequest request, CancellationToken cancellation)
    {
        stepUp.Require(who);
        IntakeForm draft = await drafts.ReadAsync(request, cancellation);
        if (published.Current.Find(draft.Slug) is { } old && old.Series != draft.Series)
        {
            throw new RefusedException(IntakeRefusals.SeriesElsewhere);
        }

        IReadOnlyList<CompartmentFacts> series = await compartments.SeriesAsync(draft.Series, cancellation);
        CompartmentFacts newest = series.Count > 0 ? series[^1] : throw new RefusedException(AccessRefusals.NotFound);
        return await forms.KeepAsync(
            AuditAct.FormPublished, who.Actor, draft.Slug, newest, draft, cancellation);
    }
}
