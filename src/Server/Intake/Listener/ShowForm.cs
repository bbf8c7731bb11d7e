using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Intake.Inbox;
using Strongroom.Server.Shell.Pages;

namespace Strongroom.Server.Intake.Listener;

/// <summary>Shows a published form, empty, with a fresh token.</summary>
internal sealed class ShowForm(PublishedForms published, FieldKinds kinds, TimeProvider time)
{
    public static void Map(WebApplication app) =>
        app.MapGet("/f/{slug}", (string slug, HttpResponse response, ShowForm show) => show.Run(slug, response));

    public IResult Run(string untrustedSlug, HttpResponse response)
    {
        if (Find(untrustedSlug) is not { } form)
        {
            return Page.Of<StopView>(PublicWords.NotFound, StatusCodes.Status404NotFound);
        }

        PublicHeaders.AllowFrames(response, form.EmbedOrigins);
        return Page.Of<FormView>(new FormModel
        {
            Form = form,
            Kinds = kinds,
            Token = SubmitToken.New(time.GetUtcNow()),
        });
    }

    /// <summary>
    /// The form of that name; null where there is none, or where it asks for a kind that is no longer in use.
    /// </summary>
    public IntakeForm? Find(string untrustedSlug) =>
        published.Current.Find(untrustedSlug) is { } form && form.Fields.All(field => kinds.Find(field.Kind) is not null)
            ? form
            : null;
}
