namespace Strongroom.Rules;

/// <summary>
/// Which slice of the server may use which. A slice uses only slices that stand above it, and only along an arrow of
/// this table; an arrow that nothing uses any more is taken out. Program.cs, the wiring, may use all.
/// </summary>
internal static class SliceArrows
{
    /// <summary>From the ground up: a later slice may use an earlier one, never the reverse.</summary>
    public static readonly IReadOnlyList<string> Order =
    [
        "Shell", "Storage", "Keys", "Audit", "Staff", "Agreements", "Compartments", "Codes", "Customers",
        "Recipients", "People", "Setup", "KeyHolders", "Intake",
        "Files", "Redaction", "Archive", "Checks", "VaultTransfer", "Home",
    ];

    public static readonly IReadOnlyDictionary<string, string[]> Arrows = new Dictionary<string, string[]>
    {
        ["Storage"] = ["Shell"],
        ["Keys"] = ["Shell", "Storage"],
        ["Audit"] = ["Shell", "Storage", "Keys"],
        ["Staff"] = ["Shell", "Storage", "Keys", "Audit"],
        ["Agreements"] = ["Shell", "Storage", "Audit", "Staff"],
        ["Compartments"] = ["Shell", "Storage", "Keys", "Audit", "Staff"],
        ["Codes"] = ["Storage", "Keys"],
        ["Customers"] = ["Shell", "Storage", "Audit", "Staff", "Compartments", "Codes"],
        ["Recipients"] = ["Shell", "Storage", "Audit", "Staff", "Compartments", "Codes", "Customers"],
        ["Intake"] =
        [
            "Shell", "Storage", "Keys", "Audit", "Staff", "Compartments", "Codes", "Customers", "Setup",
        ],
        ["People"] =
            ["Shell", "Storage", "Keys", "Audit", "Staff", "Compartments", "Codes", "Customers"],
        ["Redaction"] = ["Shell", "Storage", "Staff", "Compartments", "Customers"],
        ["Archive"] = ["Shell", "Storage", "Staff", "Compartments", "Redaction"],
        ["Home"] = ["Shell", "Staff", "Compartments", "Customers", "Checks"],
        ["Checks"] = ["Shell", "Storage", "Keys", "Audit", "Staff", "Compartments", "Intake", "Redaction"],
        ["KeyHolders"] = ["Shell", "Keys", "Audit", "Staff", "Compartments", "Setup"],
        ["Setup"] = ["Shell", "Storage", "Keys", "Audit", "Staff", "Agreements", "Compartments"],
    };
}
