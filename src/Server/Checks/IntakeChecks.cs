using Strongroom.Server.Compartments;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Intake.Inbox;
using Strongroom.Server.Intake.Listener;

namespace Strongroom.Server.Checks;

/// <summary>What can be seen of the public intake: whether its forms are trusted, and what could not be taken in.</summary>
internal sealed class IntakeChecks(
    PublishedForms published, PublicHost host, CompartmentRegister compartments, Inboxes inboxes)
{
    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellation)
    {
        IReadOnlyList<CompartmentFacts> all = await compartments.AllAsync(cancellation);
        int aside = all.Sum(facts => inboxes.CountAside(facts.Id));
        int waiting = all.Sum(facts => inboxes.CountWaiting(facts.Id));
        return
        [
            Forms(),
            aside == 0
                ? Check.Green("intake-inbox", $"Nothing that the public sent was set aside; {waiting} submissions wait.")
                : Check.Amber(
                    "intake-inbox",
                    $"{aside} files of the public inboxes could not be taken in and were set aside; {waiting} submissions wait.",
                    "Look into the aside folders of the inboxes: damage, a planted file, or a field kind that is no longer in use."),
        ];
    }

    private Check Forms() => (published.State, host.HasFailed) switch
    {
        (FormsState.None, _) => Check.Green("intake-forms", "No form is published; the public listener is off."),
        (FormsState.Trusted, true) => Check.Red(
            "intake-forms", "The public listener cannot be started: its port is taken.",
            "Free the port, or set STRONGROOM__Intake__Urls."),
        (FormsState.Trusted, _) => Check.Green(
            "intake-forms", $"{published.Current.Forms.Count} forms are published, signed by this installation."),
        (FormsState.Exchanged, _) => Check.Red(
            "intake-forms",
            "Both the forms and the pin beside the secrets were exchanged: what the public sent while the server was sealed may "
            + "have gone to a stranger's key. No form is shown.",
            "Find out who could write into both folders; delete intake-pin, then publish the forms anew."),
        _ => Check.Red(
            "intake-forms",
            $"The file of the public forms is {Words(published.State)}, so no form is shown.",
            "Restore intake-forms from a backup and start again, or publish the forms anew."),
    };

    private static string Words(FormsState state) => state switch
    {
        FormsState.Gone => "gone",
        FormsState.Old => "an old one put back",
        FormsState.Unpinned => "without its pin",
        _ => "damaged or not signed by this installation",
    };
}
