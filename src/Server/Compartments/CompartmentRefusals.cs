using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>What making and managing compartments refuses.</summary>
internal static class CompartmentRefusals
{
    public static readonly Refusal Invalid = new(
        RefusalKind.Invalid, "validation",
        "Some of what was sent does not fit. Nothing was changed; correct the fields named and send it again.");

    public static readonly Refusal StockEmpty = new(
        RefusalKind.NotReady, "not-ready",
        "No prepared databases are left for another compartment; nothing was changed. Ask the administrator to run "
        + "\"strongroom storage prepare --admin FILE --compartments 20\".");

    public static readonly Refusal Exists = new(
        RefusalKind.Conflict, "duplicate-suspected",
        "There is a compartment series of this name already. Choose another name.");
}
