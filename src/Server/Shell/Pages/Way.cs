using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell.Pages;

/// <summary>A way in the frame: shown to who may go it.</summary>
/// <param name="Path">The page's path; pages below it count as it.</param>
/// <param name="Label">One or two words.</param>
/// <param name="Icon">Of <see cref="Icon"/>.</param>
/// <param name="Key">Pressed after <c>g</c>.</param>
/// <param name="Permission">What the page asks for.</param>
internal sealed record Way(string Path, string Label, string Icon, string Key, Permission Permission)
{
    /// <summary>In the order of the frame.</summary>
    public static IReadOnlyList<Way> All { get; } =
    [
        new("/", "Home", "home", "h", Permission.LoggedIn),
        new("/customers", "Customers", "people", "c", Permission.ViewCustomers),
        new("/confirmations", "Confirm", "check", "f", Permission.ConfirmCustomers),
        new("/imports", "Import", "upload", "i", Permission.ImportCustomers),
        new("/recipients", "Recipients", "pass", "r", Permission.ViewRecipients),
        new("/documents", "Paperwork", "paper", "p", Permission.RedactDocuments),
        new("/archive", "Archive", "archive", "v", Permission.ReadArchive),
        new("/intake-forms", "Intake", "form", "t", Permission.ViewForms),
        new("/compartments", "Compartments", "boxes", "b", Permission.ViewCompartments),
        new("/staff", "Staff", "badge", "s", Permission.ViewStaff),
        new("/agreement", "Agreement", "sign", "a", Permission.LoggedIn),
        new("/jobs", "Jobs", "clock", "j", Permission.ViewJobs),
        new("/keys", "Keys", "key", "y", Permission.ViewKeys),
        new("/checks", "Checks", "shield", "k", Permission.ViewChecks),
    ];
}
