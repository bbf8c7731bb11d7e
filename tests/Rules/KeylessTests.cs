namespace Strongroom.Rules;

/// <summary>The public listener cannot name a key, a compartment's store, the log or a member of staff.</summary>
public sealed class KeylessTests
{
    private const string Server = "Strongroom.Server.";
    private const string Listener = Server + "Intake.Listener.";

    // What it is handed, and what of the other slices is a rule, a name or a file.
    private static readonly string[] May =
    [
        "Shell.", "Customers.Fields.", "Intake.Listener.", "Storage.DataFolder", "Storage.DurableFile",
        "Intake.IntakeJson", "Intake.IntakeLog", "Intake.Forms.AskedField", "Intake.Forms.FormAddress",
        "Intake.Forms.FormSet", "Intake.Forms.FormsState", "Intake.Forms.IntakeForm", "Intake.Forms.PublishedForms",
        "Intake.Inbox.Inboxes", "Intake.Inbox.InboxBell", "Intake.Inbox.Submission", "Intake.Inbox.SubmitToken",
    ];

    private static readonly string[] SlicesWithKeys =
        ["Keys.", "Audit.", "Staff.", "Compartments.", "Codes.", "Setup.", "Intake.Forms.FormRegister"];

    [Fact]
    public void The_public_listener_reaches_no_key_no_store_no_log_and_nobody()
    {
        IReadOnlyList<Use> uses = CompiledCode.Uses(Checkout.Assembly("Server"));

        Rule.Holds(Violations(uses).Distinct());
    }

    [Fact]
    public void Nor_does_what_it_is_handed()
    {
        IReadOnlyList<Use> uses = CompiledCode.Uses(Checkout.Assembly("Server"));
        string[] handed = [.. May.Where(name => name.StartsWith("Intake.", StringComparison.Ordinal))];

        Rule.Holds(
            (from use in uses
             where handed.Any(name => use.From.StartsWith(Server + name, StringComparison.Ordinal))
             where SlicesWithKeys.Any(name => use.To.StartsWith(Server + name, StringComparison.Ordinal))
             select $"{use.From} names {use.To}").Distinct());
    }

    [Fact]
    public void A_listener_that_names_a_key_is_seen() => Assert.Equal(
        [Listener + "SendForm names " + Server + "Keys.InstallationKeys"],
        Violations([new Use(Listener + "SendForm", "RunAsync", Server + "Keys.InstallationKeys", "AuditSigning")]));

    private static IEnumerable<string> Violations(IEnumerable<Use> uses) =>
        from use in uses
        where use.From.StartsWith(Listener, StringComparison.Ordinal)
        where use.To.StartsWith(Server, StringComparison.Ordinal)
        where !May.Any(name => use.To.StartsWith(Server + name, StringComparison.Ordinal))
        select $"{use.From} names {use.To}";
}
