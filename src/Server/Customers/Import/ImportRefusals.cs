using Strongroom.Server.Compartments;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>What an import refuses.</summary>
internal static class ImportRefusals
{
    public static readonly Refusal NotCsv = new(
        RefusalKind.Unprocessable, "import-not-csv",
        "The file is not CSV with a header row in this encoding. Save it as CSV (UTF-8) and send it again; what was imported stays.");

    public static readonly Refusal NothingMapped = new(
        RefusalKind.Unprocessable, "import-nothing-mapped",
        "No column of the file has a place. Send a mapping from its headers to field kinds.");

    public static readonly Refusal UploadGone = new(
        RefusalKind.Conflict, "import-upload-gone",
        "The uploaded file is no longer kept: it is destroyed after an import. Send it again.");

    public static readonly Refusal Form = new(
        RefusalKind.Invalid, "validation",
        "Send a multipart form with the file and the compartment; mapping, delimiter and dryRun are optional.");

    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound, "not-found",
        "There is no such import here, or it is not yours. GET /api/v1/imports lists those into your series.");

    public static readonly Refusal AlreadyRun = new(
        RefusalKind.Conflict, "import-already-run",
        "This import has been run already. Upload the file again for another one.");

    public static readonly Refusal NotChecked = new(
        RefusalKind.Conflict, "import-not-checked",
        "Run a dry run to its end first: it finds the rows that would be left out.");

    public static readonly Refusal TooManySuspects = new(
        RefusalKind.Conflict, "import-too-many-suspects",
        "Too many rows look like customers who are there to leave them out one by one. Take them out of the file.");

    public static readonly Refusal NotRun = new(
        RefusalKind.Conflict, "import-not-run",
        "This import has registered nobody, so there is nothing to undo.");

    public static readonly Refusal StillRunning = new(
        RefusalKind.Conflict, "import-still-running",
        "This import is still under way. Stop it first, or wait until it has ended.");

    public static readonly Refusal UndoTooLate = new(
        RefusalKind.Conflict, "import-undo-too-late",
        "An import can be undone for 7 days after it ended, and they are over. Put its customers into the trash one by one.");

    public static readonly Refusal Undone = new(
        RefusalKind.Conflict, "import-undone",
        "This import is being undone or has been. Upload the file again to import it anew.");

    public static readonly Refusal NoFile = new(
        RefusalKind.Invalid, "validation", "Choose a file with a header row and at least one row below it.");

    private static readonly Refusal[] OutcomesOfJobs =
        [NotCsv, NothingMapped, UploadGone, Undone, NotChecked, AccessRefusals.CompartmentClosed,
         AccessRefusals.ScreeningRequired, AccessRefusals.AgreementRequired, AccessRefusals.NotAllowed];

    /// <summary>What the outcome of a job means; null where it is none of these.</summary>
    public static string? SentenceOf(string? outcome) =>
        OutcomesOfJobs.FirstOrDefault(refusal => refusal.Code == outcome)?.Sentence;
}
