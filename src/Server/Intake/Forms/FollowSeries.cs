using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Keys;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Forms;

/// <summary>
/// Keeps the published forms right while the keys are there: holds the pin against the installation's own key once, and
/// signs a form anew when its series has gone over to the next compartment.
/// </summary>
internal sealed class FollowSeries(
    PublishedForms published, FormRegister forms, CompartmentRegister compartments, CompartmentKeyRing keyRing,
    InstallationKeys keys)
{
    private bool _isConfirmed;

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (!_isConfirmed)
        {
            published.Confirm(keys.AuditSigning.Public);
            _isConfirmed = true;
        }

        foreach (IntakeForm form in published.Current.Forms)
        {
            IReadOnlyList<CompartmentFacts> series = await compartments.SeriesAsync(form.Series, cancellation);
            if (series is [.., { IsClosed: false } newest]
                && newest.Id != form.Compartment && keyRing.Holds(newest.Id))
            {
                await forms.KeepAsync(AuditAct.FormPublished, Actor.Server, form.Slug, newest, form, cancellation);
            }
        }
    }
}
