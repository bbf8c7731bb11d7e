namespace Strongroom.AuditLog;

/// <summary>What was done. The numbers stand in the log: they are final, and none is ever used again.</summary>
#pragma warning disable CA1028 // The size is the one that it has in the log.
public enum AuditAct : ushort
#pragma warning restore CA1028
{
    /// <summary>Not an act.</summary>
    None = 0,

    /// <summary>Fields of a customer were handed out in plaintext.</summary>
    Revealed = 1,

    /// <summary>A customer was looked for by a value.</summary>
    LookedUp = 2,

    /// <summary>A masked card was shown.</summary>
    Viewed = 3,

    /// <summary>Codes of a compartment were listed.</summary>
    Listed = 4,

    /// <summary>A fact that a customer said was checked: done means that it matched, failed that it did not.</summary>
    Confirmed = 5,

    /// <summary>A check of a customer's facts began; its outcome is an entry of its own.</summary>
    ConfirmationAsked = 6,

    /// <summary>When, by whom and why a customer's fields were set or revealed was shown; no values.</summary>
    HistoryViewed = 7,

    /// <summary>A browser reported that a revealed value was copied.</summary>
    CopyReported = 8,

    /// <summary>A revealed value was left on a screen for another minute.</summary>
    RevealExtended = 9,

    /// <summary>Somebody went on revealing after being asked whether so many reveals are needed.</summary>
    RevealsContinued = 10,

    /// <summary>A customer's checks were locked after misses.</summary>
    ConfirmationsLocked = 11,

    /// <summary>A customer was registered.</summary>
    Created = 20,

    /// <summary>Fields of a customer were corrected.</summary>
    Corrected = 21,

    /// <summary>A customer was put into the trash.</summary>
    Trashed = 22,

    /// <summary>A customer was taken out of the trash.</summary>
    Restored = 23,

    /// <summary>Customers were taken in from a file.</summary>
    Imported = 24,

    /// <summary>A customer's key was destroyed.</summary>
    Erased = 25,

    /// <summary>Customers' fields left in a file.</summary>
    Exported = 26,

    /// <summary>A recipient got a code of its own for a customer.</summary>
    RecipientCodeIssued = 27,

    /// <summary>A recipient's code was looked for: done means that its customer was named, failed that none was.</summary>
    RecipientCodeResolved = 28,

    /// <summary>An erasure was finished and its certificate signed.</summary>
    ErasureCertified = 30,

    /// <summary>The certificate of an erasure was read.</summary>
    CertificateRead = 31,

    /// <summary>A customer was put on hold: it may not be erased.</summary>
    HoldPlaced = 32,

    /// <summary>A hold was lifted.</summary>
    HoldLifted = 33,

    /// <summary>Somebody logged in.</summary>
    LoggedIn = 40,

    /// <summary>Somebody tried to log in and did not get in.</summary>
    LogInFailed = 41,

    /// <summary>Somebody proved afresh who they are.</summary>
    SteppedUp = 42,

    /// <summary>Somebody logged out.</summary>
    LoggedOut = 43,

    /// <summary>A second factor was added, exchanged or removed.</summary>
    SecondFactorChanged = 44,

    /// <summary>A password was changed.</summary>
    PasswordChanged = 45,

    /// <summary>A passkey was registered.</summary>
    PasskeyAdded = 46,

    /// <summary>A passkey got another name.</summary>
    PasskeyRenamed = 47,

    /// <summary>A passkey was removed.</summary>
    PasskeyRemoved = 48,

    /// <summary>A passkey's counter went backwards, as a copied key's would; it was refused.</summary>
    PasskeyRegressed = 49,

    /// <summary>A screen was locked, by hand or because nobody used it.</summary>
    ScreenLocked = 50,

    /// <summary>A screen was unlocked, or somebody tried to.</summary>
    ScreenUnlocked = 51,

    /// <summary>Somebody ended sessions of their own elsewhere.</summary>
    SessionsEnded = 52,

    /// <summary>A member of staff was invited.</summary>
    Invited = 60,

    /// <summary>An invitation was taken up.</summary>
    Joined = 61,

    /// <summary>A screening was recorded.</summary>
    Screened = 62,

    /// <summary>A member of staff was assigned to a series.</summary>
    Assigned = 63,

    /// <summary>An assignment was taken back.</summary>
    Unassigned = 64,

    /// <summary>A member of staff was suspended.</summary>
    Suspended = 65,

    /// <summary>A suspension was lifted.</summary>
    Reinstated = 66,

    /// <summary>The roles of a member of staff were changed.</summary>
    RolesChanged = 67,

    /// <summary>A service account was made.</summary>
    ServiceAccountCreated = 68,

    /// <summary>A service account was removed.</summary>
    ServiceAccountRemoved = 69,

    /// <summary>Somebody looked which gates are open to a colleague and which are shut.</summary>
    AccessExplained = 70,

    /// <summary>A version of the agreement was published.</summary>
    AgreementPublished = 80,

    /// <summary>Somebody signed the agreement.</summary>
    AgreementSigned = 81,

    /// <summary>Somebody read the agreement and did not agree.</summary>
    AgreementDeclined = 82,

    /// <summary>A compartment was made.</summary>
    CompartmentCreated = 100,

    /// <summary>A compartment was opened.</summary>
    CompartmentOpened = 101,

    /// <summary>A compartment was closed.</summary>
    CompartmentClosed = 102,

    /// <summary>A compartment got a new key.</summary>
    CompartmentKeyRotated = 103,

    /// <summary>A compartment's databases were moved to another kind of store, or to another server.</summary>
    CompartmentMoved = 104,

    /// <summary>A document was taken in.</summary>
    DocumentAdded = 120,

    /// <summary>Somebody decided what is blacked out.</summary>
    FindingsDecided = 121,

    /// <summary>A redacted copy was made and proved.</summary>
    DocumentRedacted = 122,

    /// <summary>A redaction did not pass its proof.</summary>
    RedactionFailed = 123,

    /// <summary>A redacted document was filed in the archive.</summary>
    Filed = 124,

    /// <summary>A document was read from the archive.</summary>
    ArchiveRead = 125,

    /// <summary>The archive was searched.</summary>
    ArchiveSearched = 126,

    /// <summary>A document was disposed of.</summary>
    DocumentDisposed = 127,

    /// <summary>A sealed original was read.</summary>
    OriginalRead = 128,

    /// <summary>A redacted copy was read.</summary>
    CopyRead = 129,

    /// <summary>The log was read.</summary>
    LogRead = 140,

    /// <summary>The log was exported.</summary>
    LogExported = 141,

    /// <summary>The program started.</summary>
    Started = 160,

    /// <summary>The program stopped.</summary>
    Stopped = 161,

    /// <summary>The installation got its owner.</summary>
    Claimed = 162,

    /// <summary>The keyring got a new revision.</summary>
    KeyringChanged = 163,

    /// <summary>The installation was unsealed.</summary>
    Opened = 164,

    /// <summary>The installation was sealed again.</summary>
    Sealed = 165,

    /// <summary>A setting was changed.</summary>
    SettingsChanged = 166,

    /// <summary>A backup was made.</summary>
    BackedUp = 167,

    /// <summary>A new unseal key and a new root were drawn.</summary>
    RootRotated = 168,

    /// <summary>A key holder took a share and acknowledged the duties.</summary>
    KeyHolderAcknowledged = 169,

    /// <summary>Somebody answers for a check that is amber.</summary>
    CheckAcknowledged = 170,

    /// <summary>A key holder's share was shown as a sheet, to who had its code.</summary>
    ShareSheetShown = 171,

    /// <summary>A public form was published, or signed anew for the next compartment of its series.</summary>
    FormPublished = 180,

    /// <summary>A public form was taken back.</summary>
    FormUnpublished = 181,

    /// <summary>A compartment was opened to take in what its inbox holds.</summary>
    InboxOpened = 182,

    /// <summary>What somebody sent with a public form became a customer.</summary>
    TakenIn = 183,

    /// <summary>A file of an inbox could not be taken in and was set aside.</summary>
    SetAside = 184,

    /// <summary>A recipient was made.</summary>
    RecipientCreated = 190,

    /// <summary>A recipient was revoked: its codes resolve no more.</summary>
    RecipientRevoked = 191,

    /// <summary>The file of an export was handed out.</summary>
    ExportTaken = 192,
}
