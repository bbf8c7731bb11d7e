using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments;
using Strongroom.Server.Keys;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Forms;

/// <summary>
/// Changes the set of published forms, one change at a time: the entry first, then the file, signed anew and pinned.
/// </summary>
internal sealed class FormRegister(
    PublishedForms published, InboxRecipients recipients, InstallationKeys keys, AuditWriter audit, TimeProvider time)
    : IDisposable
{
    private readonly SemaphoreSlim _change = new(1, 1);

    /// <summary>Publishes a form, or a next version of it, sealed to a compartment from now on.</summary>
    /// <param name="act">What the log says.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="slug">The form's name.</param>
    /// <param name="compartment">To whose inbox is sealed; open.</param>
    /// <param name="form">The form; its version, compartment and recipient are set here.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IntakeForm> KeepAsync(
        AuditAct act, Actor actor, string slug, CompartmentFacts compartment, IntakeForm form,
        CancellationToken cancellation)
    {
        string recipient = (await recipients.FindAsync(compartment, cancellation)).ToString();
        return await ChangeAsync(async now =>
        {
            IntakeForm next = form with
            {
                Version = (now.Find(slug)?.Version ?? 0) + 1,
                Compartment = compartment.Id,
                Recipient = recipient,
                PublishedAt = time.GetUtcNow(),
            };
            await audit.RecordAsync(Draft(act, actor, next), cancellation);
            return (now.Forms.Where(one => one.Slug != slug).Append(next), next);
        }, cancellation);
    }

    /// <summary>Takes a form back.</summary>
    /// <exception cref="RefusedException">It is not published.</exception>
    public Task<IntakeForm> RemoveAsync(Actor actor, string untrustedSlug, CancellationToken cancellation) =>
        ChangeAsync(async now =>
        {
            IntakeForm form = now.Find(untrustedSlug) ?? throw new RefusedException(IntakeRefusals.NotFound);
            await audit.RecordAsync(Draft(AuditAct.FormUnpublished, actor, form), cancellation);
            return (now.Forms.Where(one => one != form), form);
        }, cancellation);

    public void Dispose() => _change.Dispose();

    private async Task<IntakeForm> ChangeAsync(
        Func<FormSet, Task<(IEnumerable<IntakeForm> Forms, IntakeForm Changed)>> change, CancellationToken cancellation)
    {
        await _change.WaitAsync(cancellation);
        try
        {
            (IEnumerable<IntakeForm> forms, IntakeForm changed) = await change(published.Current);
            var next = new FormSet
            {
                Revision = published.HighestRevision + 1,
                SignedAt = time.GetUtcNow(),
                Forms = [.. forms.OrderBy(form => form.Slug, StringComparer.Ordinal)],
            };
            published.Keep(next, keys.AuditSigning);
            return changed;
        }
        finally
        {
            _change.Release();
        }
    }

    private static AuditDraft Draft(AuditAct act, Actor actor, IntakeForm form) => new()
    {
        Act = act,
        Actor = actor,
        Result = AuditResult.Done,
        Body = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["form"] = form.Slug,
            ["series"] = form.Series,
            ["compartment"] = form.Compartment.ToString(),
            ["fields"] = string.Join(',', form.Fields.Select(field => field.Kind)),
            ["origins"] = string.Join(',', form.EmbedOrigins),
        },
    };
}
