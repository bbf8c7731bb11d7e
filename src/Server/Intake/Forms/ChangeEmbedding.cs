using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Forms;

/// <summary>Says which sites may show a form in a frame; the listener says just these to browsers.</summary>
internal sealed class ChangeEmbedding(
    FormRegister forms, PublishedForms published, CompartmentRegister compartments, FreshStepUp stepUp)
{
    public static void Map(RouteGroupBuilder forms) =>
        forms.MapPatch("/{slug}", async (
            string slug, EmbedRequest request, CurrentStanding standing, HttpContext http, ChangeEmbedding change,
            ListForms list, CancellationToken cancellation) =>
        {
            VersionTag.Check(http.Request, change.Find(slug).Version);
            IntakeForm form = await change.RunAsync(standing.Value, slug, request, cancellation);
            http.Response.Headers.ETag = VersionTag.Write(form.Version);
            return TypedResults.Ok(await list.CardAsync(form, cancellation));
        }).RequirePermission(Permission.PublishForms);

    /// <exception cref="RefusedException">It is not published.</exception>
    public IntakeForm Find(string untrustedSlug) =>
        published.Current.Find(untrustedSlug) ?? throw new RefusedException(IntakeRefusals.NotFound);

    public async Task<IntakeForm> RunAsync(
        Standing who, string untrustedSlug, EmbedRequest request, CancellationToken cancellation)
    {
        stepUp.Require(who);
        IntakeForm form = Find(untrustedSlug);
        var input = new FormInput();
        IReadOnlyList<string> origins = input.Origins(request.EmbedOrigins);
        input.ThrowIfFaulty();
        CompartmentFacts compartment = await compartments.FindAsync(form.Compartment, cancellation)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        return await forms.KeepAsync(
            AuditAct.FormPublished, who.Actor, form.Slug, compartment, form with { EmbedOrigins = origins },
            cancellation);
    }
}
