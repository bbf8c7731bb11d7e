namespace Strongroom.Server.Intake.Forms;

/// <summary>Whether the file of the published forms can be trusted.</summary>
internal enum FormsState
{
    /// <summary>Nothing was ever published.</summary>
    None = 0,

    /// <summary>Signed by the pinned key and as new as the pin says.</summary>
    Trusted,

    /// <summary>The file is gone although something was published.</summary>
    Gone,

    /// <summary>There is a file, but no pin beside the other secrets that says who signs.</summary>
    Unpinned,

    /// <summary>The file is damaged, or not signed by the pinned key.</summary>
    Unsigned,

    /// <summary>The file is older than the pin: an old one put back.</summary>
    Old,

    /// <summary>The pin names another key than the installation's own: pin and file were both exchanged.</summary>
    Exchanged,
}
