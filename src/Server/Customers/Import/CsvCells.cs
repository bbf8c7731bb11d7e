using System.Buffers;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Cells that a spreadsheet would take for formulas. What is written gets an apostrophe before it, which a spreadsheet
/// takes for "this is text"; what is read back loses it. Pure.
/// </summary>
internal static class CsvCells
{
    // The last four are the wide forms, which some spreadsheets take for the same.
    private static readonly SearchValues<char> Formulas =
        SearchValues.Create("=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>A cell in quotes, defused.</summary>
    public static string Write(string value) =>
        "\"" + (IsFormula(value) ? "'" : string.Empty) + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>The value of a cell that <see cref="Write"/> wrote; any other stays as it is.</summary>
    public static string Read(string cell) => cell is ['\'', ..] && IsFormula(cell) ? cell[1..] : cell;

    // Apostrophes before it count too, or a value that has one of its own would come back without it.
    private static bool IsFormula(string value) =>
        value.AsSpan().TrimStart('\'') is { Length: > 0 } rest && Formulas.Contains(rest[0]);
}
