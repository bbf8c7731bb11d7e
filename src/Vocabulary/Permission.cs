namespace Strongroom.Vocabulary;

/// <summary>
/// One thing that an endpoint asks for; a role grants a set of them, a service account's scopes a smaller one.
/// </summary>
public enum Permission
{
    /// <summary>Never granted.</summary>
    None = 0,

    /// <summary>Asks for nothing: health, setup before the claim, log-in.</summary>
    Anyone = 1,

    /// <summary>Any session or key that is alive.</summary>
    LoggedIn = 2,

    /// <summary>Register a customer.</summary>
    CreateCustomers = 10,

    /// <summary>List codes and see masked fields.</summary>
    ViewCustomers = 11,

    /// <summary>Find customers by a field.</summary>
    LookUpCustomers = 12,

    /// <summary>Reveal fields for a purpose.</summary>
    RevealFields = 13,

    /// <summary>Correct fields, move to the trash and restore.</summary>
    CorrectCustomers = 14,

    /// <summary>Run and stop imports.</summary>
    ImportCustomers = 15,

    /// <summary>Check a fact that a customer says; nothing is shown.</summary>
    ConfirmCustomers = 16,

    /// <summary>Erase customers for ever and read the certificates.</summary>
    EraseCustomers = 17,

    /// <summary>Place and lift holds, which forbid erasing.</summary>
    HoldCustomers = 18,

    /// <summary>Add paperwork, decide findings, make redacted copies.</summary>
    RedactDocuments = 20,

    /// <summary>File redacted copies.</summary>
    FileInArchive = 21,

    /// <summary>Find and read what is filed.</summary>
    ReadArchive = 22,

    /// <summary>List compartments.</summary>
    ViewCompartments = 30,

    /// <summary>Create, close and open compartments.</summary>
    ManageCompartments = 31,

    /// <summary>List members of staff.</summary>
    ViewStaff = 40,

    /// <summary>Invite, suspend, assign.</summary>
    ManageStaff = 41,

    /// <summary>Record screenings.</summary>
    RecordScreenings = 42,

    /// <summary>Publish a version of the agreement.</summary>
    PublishAgreements = 43,

    /// <summary>Make and remove service accounts.</summary>
    ManageServiceAccounts = 44,

    /// <summary>Read the audit log, its checkpoints and proofs.</summary>
    ReadAuditLog = 50,

    /// <summary>See the checks of the installation.</summary>
    ViewChecks = 51,

    /// <summary>See and stop jobs.</summary>
    ViewJobs = 52,

    /// <summary>Answer for a check that is amber.</summary>
    AcknowledgeChecks = 53,

    /// <summary>See the public forms and how much waits in their inboxes.</summary>
    ViewForms = 60,

    /// <summary>Publish and take back public forms.</summary>
    PublishForms = 61,

    /// <summary>Make and revoke recipients.</summary>
    ManageRecipients = 70,

    /// <summary>Give recipients their codes, one at a time or as a list with fields or without.</summary>
    ExportForRecipients = 71,

    /// <summary>Learn which customer a recipient's code means.</summary>
    ResolveRecipientCodes = 72,

    /// <summary>See the recipients and how many codes they have.</summary>
    ViewRecipients = 73,

    /// <summary>See which keys there are and how old; none of them.</summary>
    ViewKeys = 80,

    /// <summary>Split, rotate, and seal everything.</summary>
    ManageKeys = 81,
}
