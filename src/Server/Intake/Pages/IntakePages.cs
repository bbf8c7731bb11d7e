using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Intake.Listener;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Pages;

/// <summary>The staff's pages of the public forms.</summary>
internal static class IntakePages
{
    private const string Path = "/intake-forms";

    public static void MapIntakePages(this RouteGroupBuilder pages)
    {
        pages.MapGet(Path, async (ListForms list, string? done, CancellationToken cancellation) =>
            Page.Of<FormsView>(new FormsModel(await list.RunAsync(cancellation), done)))
            .RequirePermission(Permission.ViewForms);
        pages.MapGet(Path + "/new", ShowEditorAsync).RequirePermission(Permission.PublishForms);
        pages.MapPost(Path + "/new", PublishAsync).RequirePermission(Permission.PublishForms);
        pages.MapGet(Path + "/{slug}", ShowFormAsync).RequirePermission(Permission.ViewForms);
        pages.MapPost(Path + "/{slug}/embedding", EmbedAsync).RequirePermission(Permission.PublishForms);
        pages.MapPost(Path + "/{slug}/removals", async (
            string slug, CurrentStanding standing, UnpublishForm unpublish, CancellationToken cancellation) =>
        {
            await unpublish.RunAsync(standing.Value, slug, cancellation);
            return Page.SeeOther(Path + "?done=removed");
        }).RequirePermission(Permission.PublishForms);
    }

    private static async Task<IResult> ShowFormAsync(
        string slug, string? done, ListForms list, PublishedForms published, FieldKinds kinds, PublicHost host,
        CancellationToken cancellation)
    {
        ListedForm form = await list.FindAsync(slug, cancellation);
        return Page.Of<ManageFormView>(new ManageFormModel
        {
            Form = form,
            Published = published.Current.Find(slug) ?? throw new RefusedException(IntakeRefusals.NotFound),
            Kinds = kinds,
            IsListening = host.IsListening,
            Done = done,
        });
    }

    /// <summary>An empty form, or a published one to be changed. Asks for the step-up before anything is typed.</summary>
    private static async Task<IResult> ShowEditorAsync(
        string? form, CurrentStanding standing, FreshStepUp stepUp, PublishedForms published, FormEditor editor,
        CancellationToken cancellation)
    {
        stepUp.Require(standing.Value);
        IntakeForm? old = form is null ? null : published.Current.Find(form);
        return Page.Of<EditFormView>(await editor.ModelAsync(FormEditor.Write(old), [], cancellation));
    }

    private static async Task<IResult> PublishAsync(
        PageForm form, CurrentStanding standing, PublishForm publish, FormEditor editor,
        CancellationToken cancellation)
    {
        try
        {
            IntakeForm published = await publish.RunAsync(standing.Value, editor.Read(form), cancellation);
            return Page.SeeOther($"{Path}/{published.Slug}?done=published");
        }
        catch (RefusedException refused) when (refused.Refusal.Kind is not (
            RefusalKind.StepUp or RefusalKind.NotLoggedIn))
        {
            IReadOnlyList<FieldFault> faults = refused.Faults.Count > 0
                ? refused.Faults
                : [new FieldFault("series", refused.Refusal.Sentence)];
            return Page.Of<EditFormView>(
                await editor.ModelAsync(name => form[name], faults, cancellation),
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> EmbedAsync(
        string slug, PageForm form, CurrentStanding standing, ChangeEmbedding change, ListForms list,
        PublishedForms published, FieldKinds kinds, CancellationToken cancellation)
    {
        string[] origins = form["embedOrigins"].Split(
            (char[])['\n', '\r', ' ', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        try
        {
            await change.RunAsync(standing.Value, slug, new EmbedRequest { EmbedOrigins = origins }, cancellation);
            return Page.SeeOther($"{Path}/{slug}?done=embedding");
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Invalid)
        {
            return Page.Of<ManageFormView>(
                new ManageFormModel
                {
                    Form = await list.FindAsync(slug, cancellation),
                    Published = published.Current.Find(slug)!,
                    Kinds = kinds,
                    IsListening = true,
                    Faults = refused.Faults,
                    TypedOrigins = form["embedOrigins"],
                },
                StatusCodes.Status422UnprocessableEntity);
        }
    }
}
