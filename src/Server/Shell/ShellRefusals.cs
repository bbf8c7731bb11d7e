using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell;

/// <summary>What the shell of the server refuses, before any slice hears of it.</summary>
internal static class ShellRefusals
{
    public static readonly Refusal Malformed = new(
        RefusalKind.Invalid, "validation",
        "The request is not in the shape that this call takes. Look at its names and types; the guides show the calls.");

    public static readonly Refusal WrongType = new(
        RefusalKind.Invalid, "validation", "The body has the wrong content type. Send application/json.");

    public static readonly Refusal WrongMethod = new(
        RefusalKind.Invalid, "validation", "This address does not take that method.");

    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound, "not-found", "Nothing is there, or it is not yours to see.");

    public static readonly Refusal AtTheSameMoment = new(
        RefusalKind.Conflict, "version-conflict",
        "Somebody changed the same thing at the same moment. Nothing of yours was kept; try again.");

    public static readonly Refusal TooLarge = new(
        RefusalKind.TooLarge, "validation", "The body is larger than this call takes. Nothing was kept.");

    public static readonly Refusal TooOften = new(
        RefusalKind.TooMany, "rate-limited", "Too many tries in a short time. Wait, then try again.");

    public static readonly Refusal Unexpected = new(
        RefusalKind.NotReady, "internal",
        "Something went wrong on our side. Give the trace id to whoever runs this server.");

    public static readonly Refusal CrossSite = new(
        RefusalKind.NotAllowed, "not-allowed", "This request came from another site, so it was not carried out.");

    public static readonly Refusal PlainOutside = new(
        RefusalKind.NotAllowed, "not-allowed",
        "The proxy says that this came over plain HTTP. Open the address with https; let the proxy redirect there.");

    public static readonly Refusal CertificateUnusable = new(
        RefusalKind.NotReady, "not-ready",
        "The certificate files cannot be read, or the key does not belong to the certificate. "
        + "Put right what Tls:CertificateFile and Tls:KeyFile name; nothing was started.");

    public static readonly Refusal ChosenUnusable = new(
        RefusalKind.NotReady, "not-ready",
        "The settings chosen in the pages do not fit those of the command line, the environment or the file. "
        + "Take back what was changed last; nothing was started.");

    public static readonly Refusal OldForm = new(
        RefusalKind.Invalid, "old-form",
        "This form was opened before the server was started again, or in another log-in. Nothing was saved. "
        + "Open it again.");

    public static readonly Refusal Unclaimed = new(
        RefusalKind.NotReady, "not-ready",
        "This installation has no owner yet. Run: strongroom setup, with the code shown at the start.");

    public static readonly Refusal Sealed = new(
        RefusalKind.NotReady, "not-ready", "The keys are shut. Somebody who may open them has to do so first.");

    public static readonly Refusal Starting = new(
        RefusalKind.NotReady, "not-ready", "The server is starting. Try again in a moment.");
}
