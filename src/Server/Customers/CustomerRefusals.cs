using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>What the customer register refuses.</summary>
internal static class CustomerRefusals
{
    public static readonly Refusal Invalid = new(
        RefusalKind.Invalid, "validation",
        "Some of what was sent does not fit. Nothing was changed; correct the fields named and send it again.");

    public static readonly Refusal Changed = new(
        RefusalKind.Changed, "version-conflict",
        "Somebody has changed this customer since you read it. Read it again and make your change once more.");

    public static readonly Refusal VersionMissing = new(
        RefusalKind.VersionMissing, "version-conflict",
        "Say which version you change: send the ETag of your last read as If-Match.");

    public static readonly Refusal InTrash = new(
        RefusalKind.Conflict, "not-found", "This customer is in the trash. Restore it first.");
}
