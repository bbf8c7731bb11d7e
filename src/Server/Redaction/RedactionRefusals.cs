using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>What paperwork is refused for, besides what the Redactor says.</summary>
internal static class RedactionRefusals
{
    public static readonly Refusal Malformed = new(
        RefusalKind.Invalid, "validation",
        "Send multipart/form-data: the document as file, then customer (a code) or compartment (a name), and kind.");

    public static readonly Refusal Invalid = new(
        RefusalKind.Invalid, "validation",
        "Some of what was sent does not fit. Nothing was changed; correct the fields named and send it again.");

    public static readonly Refusal TooLarge = new(
        RefusalKind.TooLarge, "document-refused",
        "The document is larger than the limit. Split it and send the parts.");

    public static readonly Refusal FormatRefused = new(
        RefusalKind.Unprocessable, "document-refused",
        "This format is not taken yet. Save it as PDF, TXT or CSV and send it again.");

    public static readonly Refusal NotRead = new(
        RefusalKind.Conflict, "document-unread",
        "The document has not been read yet. Wait for its job, or try it again if it failed.");

    public static readonly Refusal ReadAlready = new(
        RefusalKind.Conflict, "document-read",
        "The document has been read, or is being read. Nothing is to be tried again.");

    public static readonly Refusal OriginalGone = new(
        RefusalKind.Conflict, "original-destroyed", "The original was destroyed. Only its redacted copies are left.");

    public static readonly Refusal Changed = new(
        RefusalKind.Changed, "version-conflict",
        "Somebody has decided on this document since you read it. Read its boxes again, then decide.");

    public static readonly Refusal VersionMissing = new(
        RefusalKind.VersionMissing, "version-conflict",
        "Say which version you decide on: send the ETag of your last read as If-Match.");

    public static readonly Refusal CopyMissing = new(
        RefusalKind.NotFound, "not-found", "There is no such copy of this document.");

    public static readonly Refusal CopyUnproved = new(
        RefusalKind.Unprocessable, "copy-unproved",
        "This copy has no proof that holds, so it stays here. Make another redacted copy.");

    public static readonly Refusal RedactorMissing = new(
        RefusalKind.NotReady, "not-ready",
        "The program that reads documents is missing beside the server. Install the server anew.");
}
