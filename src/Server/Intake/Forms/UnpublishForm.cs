using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Forms;

/// <summary>Takes a form back: the listener shows it no more. What was sent before is taken in all the same.</summary>
internal sealed class UnpublishForm(FormRegister forms)
{
    public static void Map(RouteGroupBuilder forms) =>
        forms.MapDelete("/{slug}", async (
            string slug, CurrentStanding standing, UnpublishForm unpublish, CancellationToken cancellation) =>
        {
            await unpublish.RunAsync(standing.Value, slug, cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.PublishForms);

    public Task<IntakeForm> RunAsync(Standing who, string untrustedSlug, CancellationToken cancellation) =>
        forms.RemoveAsync(who.Actor, untrustedSlug, cancellation);
}
