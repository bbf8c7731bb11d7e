using Strongroom.Vocabulary;

namespace Strongroom.Server.Audit;

/// <summary>What the audit slice refuses.</summary>
internal static class AuditRefusals
{
    public static readonly Refusal LogUnavailable = new(
        RefusalKind.NotReady, "not-ready",
        "The audit log cannot be written, so nothing is shown or changed. "
        + "Free space on the disk, then start the server again.");

    public static readonly Refusal LogDamaged = new(
        RefusalKind.NotReady, "not-ready",
        "The audit log is damaged or shorter than its last checkpoint. Nothing was opened; restore it.");

    public static readonly Refusal NoSuchEntry = new(
        RefusalKind.NotFound, "not-found", "The log has no such entry. Its size is in GET /api/v1/log/entries.");
}
