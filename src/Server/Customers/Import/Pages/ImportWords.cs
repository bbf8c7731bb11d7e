using System.Globalization;

namespace Strongroom.Server.Customers.Import.Pages;

/// <summary>What the pages of imports say where a word depends on a state.</summary>
internal static class ImportWords
{
    /// <summary>The state in words, and how it is coloured.</summary>
    public static (string Word, string Kind) Of(ImportCard import) => import.State switch
    {
        "held" => ("Columns to be mapped", "warn"),
        "checking" => ("Dry run under way", "accent"),
        "checked" => ("Ready to import", "warn"),
        "check-failed" => ("Dry run not finished", "bad"),
        "running" => ("Importing", "accent"),
        "done" => ("Imported", "good"),
        "stopped" => ("Stopped", "warn"),
        "undoing" => ("Being undone", "accent"),
        "undone" => ("Undone", "plain"),
        "undo-failed" => ("Undoing not finished", "bad"),
        _ => ("Not finished", "bad"),
    };

    /// <summary>The page on which it goes on.</summary>
    public static string PathOf(ImportCard import) => import.State switch
    {
        "held" => $"/imports/{import.Id}/columns",
        "checking" or "checked" or "check-failed" => $"/imports/{import.Id}/check",
        _ => $"/imports/{import.Id}",
    };

    public static string DelimiterLabel(char delimiter) => delimiter switch
    {
        ',' => "Comma ,",
        ';' => "Semicolon ;",
        '\t' => "Tab",
        _ => "Bar |",
    };

    /// <summary>A delimiter as a form spells it: a tab would be trimmed.</summary>
    public static string DelimiterName(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();

    public static string EncodingLabel(string encoding) => encoding switch
    {
        ImportEncodings.Utf8 => "Unicode (UTF-8)",
        ImportEncodings.Western => "Western European (Windows-1252)",
        ImportEncodings.Utf16 => "Unicode (UTF-16)",
        _ => "Unicode (UTF-16, big-endian)",
    };

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count with its word.</summary>
    public static string Count(long number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");
}
