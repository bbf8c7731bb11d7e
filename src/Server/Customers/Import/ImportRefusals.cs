using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>What an import refuses.</summary>
internal static class ImportRefusals
{
    public static readonly Refusal NotCsv = new(
        RefusalKind.Unprocessable, "import-not-csv",
        "The file is not CSV in UTF-8 with a header row. Save it as CSV (UTF-8) and send it again; what was imported stays.");

    public static readonly Refusal NothingMapped = new(
        RefusalKind.Unprocessable, "import-nothing-mapped",
        "No column of the file has a place. Send a mapping from its headers to field kinds.");

    public static readonly Refusal UploadGone = new(
        RefusalKind.Conflict, "import-upload-gone",
        "The uploaded file is no longer kept: it is destroyed after an import. Send it again.");

    public static readonly Refusal Form = new(
        RefusalKind.Invalid, "validation",
        "Send a multipart form with the file and the compartment; mapping, delimiter and dryRun are optional.");
}
