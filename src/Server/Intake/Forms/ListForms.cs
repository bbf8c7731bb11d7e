using Strongroom.Server.Compartments;
using Strongroom.Server.Intake.Inbox;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Forms;

/// <summary>Lists the published forms, with their addresses and with what waits for them.</summary>
internal sealed class ListForms(
    PublishedForms published, CompartmentRegister compartments, Inboxes inboxes, FormAddress address)
{
    public static void Map(RouteGroupBuilder forms)
    {
        forms.MapGet("/", async (ListForms list, CancellationToken cancellation) =>
            TypedResults.Ok(await list.RunAsync(cancellation)))
            .RequirePermission(Permission.ViewForms);
        forms.MapGet("/{slug}", async (
            string slug, ListForms list, HttpResponse response, CancellationToken cancellation) =>
        {
            ListedForm form = await list.FindAsync(slug, cancellation);
            response.Headers.ETag = VersionTag.Write(form.Version);
            return TypedResults.Ok(form);
        }).RequirePermission(Permission.ViewForms);
    }

    public async Task<FormList> RunAsync(CancellationToken cancellation)
    {
        var items = new List<ListedForm>();
        foreach (IntakeForm form in published.Current.Forms)
        {
            items.Add(await CardAsync(form, cancellation));
        }

        return new FormList(items, published.State.ToString().ToLowerInvariant());
    }

    /// <exception cref="RefusedException">It is not published.</exception>
    public async Task<ListedForm> FindAsync(string untrustedSlug, CancellationToken cancellation) =>
        published.Current.Find(untrustedSlug) is { } form
            ? await CardAsync(form, cancellation)
            : throw new RefusedException(IntakeRefusals.NotFound);

    public async Task<ListedForm> CardAsync(IntakeForm form, CancellationToken cancellation)
    {
        IReadOnlyList<CompartmentFacts> series = await compartments.SeriesAsync(form.Series, cancellation);
        string url = address.Of(form.Slug);
        return new ListedForm
        {
            Slug = form.Slug,
            Version = form.Version,
            Title = form.Title,
            Asks = form.Asks,
            Introduction = form.Introduction,
            KeptFor = form.KeptFor,
            Series = form.Series,
            Compartment = series.FirstOrDefault(facts => facts.Id == form.Compartment)?.Name ?? form.Series,
            Fields = form.Fields,
            EmbedOrigins = form.EmbedOrigins,
            PublishedAt = form.PublishedAt,
            Url = url,
            Embed = form.EmbedOrigins.Count == 0 ? null : FormAddress.Snippet(url, form.Title),
            Waiting = series.Sum(facts => inboxes.CountWaiting(facts.Id)),
            SetAside = series.Sum(facts => inboxes.CountAside(facts.Id)),
        };
    }
}
